"""A document as named fields in words, so that two states of an entry can be compared.

Every language is included, whichever is the reader's: a change to a translation is a change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.documents import reading, shapes
from events.documents.shapes import Document, Texts
from events.presenting.parts import HEADINGS, amount, identifiers, number_worded
from events.presenting.wording import closed_lists
from events.vocabulary import (
    AmountForm,
    Attendance,
    Basis,
    CitationStance,
    CommitmentStatus,
    ConditionState,
    Firmness,
    MeetingLevel,
    MeetingMode,
    MemberRole,
    Restatement,
    SourceAccess,
    SourceState,
    Stage,
    Stance,
)


@dataclass(frozen=True, slots=True)
class WordedField:
    """`language`: of the value, if the field exists once for each language."""

    key: str
    label: str
    value: str
    language: str | None = None


def fields(document: Document) -> dict[str, WordedField]:
    """The fields with a value, by key, in page order."""
    found: dict[str, WordedField] = {}
    for field in _fields(document):
        if field.value:
            key, copies = field.key, 1
            while key in found:  # the same source cited twice
                copies += 1
                key = f"{field.key}#{copies}"
            found[key] = field
    return found


def _fields(document: Document) -> Iterator[WordedField]:
    yield from _translated("title", _("Title"), document["title"])
    yield WordedField("slug", _("Address"), document["slug"])
    yield WordedField("process", _("Process"), _in_all(document["process_record"]["name"]))
    yield WordedField("date", _("Date"), _date(document["date"]))
    yield WordedField("rank", _("Place among the entries of the same day"), str(document["rank"]))
    yield WordedField("basis", _("Basis"), closed_lists.label(Basis, document["basis"]))
    yield from _translated("summary", _("Summary"), document["summary"])
    yield from _of_kind(document)
    for topic in document["topics"]:
        value = _with([_in_all(topic["name"]), _in_all(topic["description"])])
        yield WordedField(f"topic.{topic['slug']}", _("Topic"), value)
    for actor in document["actors"]:
        heading = str(HEADINGS.get(actor["role"], actor["role"]))
        yield WordedField(
            f"actor.{actor['role']}.{actor['slug']}", heading, _actor(document, actor)
        )
    for figure in document["figures"]:
        yield WordedField(
            f"figure.{figure['measure']}.{figure['source']}", _("Figure"), _figure(figure)
        )
    for source in document["sources"]:
        yield WordedField(f"source.{source['slug']}", _("Source"), _source(source))
    for record in document["actor_records"]:
        yield WordedField(f"record.{record['slug']}", _("On file"), _record(record))
    for kept in document["source_records"]:
        said = [kept["title"], kept["publisher"] or "", kept["url"] or ""]
        yield WordedField(f"file-source.{kept['slug']}", _("Source on file"), _with(said, "; "))


def _of_kind(document: Document) -> Iterator[WordedField]:
    status = closed_lists.status(document["kind"], reading.status(document))
    yield WordedField("status", _("Status"), status.label if status else "")
    if document["kind"] == "summit":
        yield from _summit(document)
    elif document["kind"] == "commitment":
        yield from _commitment(document)
    elif document["kind"] == "position":
        yield WordedField("stance", _("Stance"), closed_lists.label(Stance, document["stance"]))
        yield from _translated("attribution", _("Speaker"), document["attribution"])
    elif document["kind"] == "question":
        yield WordedField("answered_by", _("Answered by"), _slug(document["answered_by"]))


def _summit(document: shapes.Summit) -> Iterator[WordedField]:
    yield WordedField("format", _("Format"), _in_all(document["format_record"]["name"]))
    yield WordedField("level", _("Level"), closed_lists.label(MeetingLevel, document["level"]))
    mode = closed_lists.label(MeetingMode, document["mode"])
    yield WordedField("mode", _("Mode of meeting"), mode)
    for number, place in enumerate(document["places"]):
        country = closed_lists.country(place["country"])
        where = [_in_all(place["name"]), country, place["zone"] or ""]
        yield WordedField(f"place.{number}", _("Place"), _with(where))
    for earlier in document["earlier_dates"]:
        said, moved = [_date(earlier["date"])], earlier["moved_on"]
        said += [_("moved: %(date)s") % {"date": _date(moved)}] if moved else []
        said += [earlier["source"] or "", _in_all(earlier["note"])]
        yield WordedField(f"earlier.{earlier['date']['edtf']}", _("Earlier date"), _with(said))
    yield WordedField("follows", _("Follows"), _slug(document["follows"]))


def _commitment(document: shapes.Commitment) -> Iterator[WordedField]:
    yield WordedField("made_at", _("Made at"), _slug(document["made_at"]))
    names = reading.domain_names(document)
    domains = [_in_all(names[domain]) for domain in document["domains"]]
    yield WordedField("domains", _("Domains"), _with(domains))
    yield WordedField("firmness", _("Firmness"), closed_lists.label(Firmness, document["firmness"]))
    if condition := document["condition"]:
        yield from _translated("condition", _("Condition"), condition["text"])
        state = closed_lists.label(ConditionState, condition["state"])
        yield WordedField("condition-state", _("State of the condition"), state)
    if deadline := document["deadline"]:
        yield WordedField("deadline", _("Deadline"), _date(deadline))
    for restated in document["restates"]:
        how = closed_lists.label(Restatement, restated["how"])
        said = _with([how, restated["slug"]])
        yield WordedField(f"restates.{restated['slug']}", _("Earlier commitment"), said)
    counts = document["counts"]
    yield WordedField("counts.reported", _("Reported"), number_worded(counts["reported"]))
    yield WordedField("counts.named", _("Named"), number_worded(counts["named"]))
    yield WordedField("counts.confirmed", _("Confirmed"), number_worded(counts["confirmed"]))
    yield WordedField("counts.declined", _("Declined"), number_worded(counts["declined"] or None))
    for row in document["roll_call"]:
        key = f"stage.{row['actor']}.{row['domain']}.{row['stage']}"
        yield WordedField(key, _("Roll call"), _stage(row, names))
    yield from _changes("", document["history"])
    for part in document["parts"]:
        yield from _part(part)


def _part(part: shapes.PartOfCommitment) -> Iterator[WordedField]:
    key = f"part.{part['key']}"
    deadline = [_date(part["deadline"])] if part["deadline"] else []
    status = closed_lists.label(CommitmentStatus, part["status"])
    yield WordedField(key, _("Part"), _with([_in_all(part["text"]), *deadline, status], "; "))
    yield from _changes(f"{key}.", part["history"])


def _changes(of: str, history: Iterable[shapes.StatusChange]) -> Iterator[WordedField]:
    """Changes of status, of a part or of the whole."""
    for change in history:
        value = [
            closed_lists.label(CommitmentStatus, change["status"]),
            _date(change["date"]),
            change["by"] or "",
            change["source"],
            change["locator"],
            closed_lists.label(Basis, change["basis"]),
            _in_all(change["note"]),
        ]
        key = f"{of}history.{change['date']['edtf']}.{change['status']}"
        label = _("Change of status of a part") if of else _("Change of status")
        yield WordedField(key, label, _with(value))


def _translated(key: str, label: str, texts: Texts) -> Iterator[WordedField]:
    for language, value in texts.items():
        named = f"{label} ({closed_lists.language(language)})"
        yield WordedField(f"{key}.{language}", named, value, language)


def _actor(document: Document, actor: shapes.ActorInEntry) -> str:
    record = reading.records(document).get(actor["represents"] or "")
    represented = _in_all(record["name"]) if record else ""
    today = _in_all(actor["name_today"] or {})
    return _with(
        [
            _in_all(actor["name"]),
            _("today %(name)s") % {"name": today} if today else "",
            _in_all(actor["office"]),
            pgettext("in a list", "for %(name)s") % {"name": represented} if represented else "",
            closed_lists.label(Attendance, actor["status"]),
        ]
    )


def _record(record: shapes.Actor) -> str:
    members = [
        _with(
            [
                _in_all(member["name"]),
                closed_lists.label(MemberRole, member["role"]),
                *(_date(day) for day in (member["since"], member["until"]) if day),
                member["source"] or "",
            ]
        )
        for member in record.get("members", [])
    ]
    return _with(
        [
            _in_all(record["name"]),
            closed_lists.country(record["country"]),
            _in_all(record["office"]),
            record["represents"] or "",
            _in_all(record["description"]),
            *members,
            *(_office(office) for office in record["offices"]),
            *(_former_name(former) for former in record["former_names"]),
            _lifespan(record["lifespan"]),
            *(_neighbour(_("after %(name)s"), one) for one in record["predecessors"]),
            *(_neighbour(_("before %(name)s"), one) for one in record["successors"]),
            *(alias["text"] for alias in record["aliases"]),
            *(f"{one['scheme']} {one['value']}" for one in record["identifiers"]),
        ],
        "; ",
    )


def _office(office: shapes.Office) -> str:
    days = [_date(day) for day in (office["since"], office["until"]) if day]
    represents, source = office["represents"] or "", office["source"] or ""
    return _with([_in_all(office["title"]), represents, *days, source])


def _former_name(former: shapes.FormerName) -> str:
    said = {"name": _in_all(former["name"]), "date": _date(former["until"])}
    return _with([_("%(name)s until %(date)s") % said, former["source"] or ""])


def _lifespan(span: shapes.Lifespan | None) -> str:
    if span is None:
        return ""
    since, until = span["since"], span["until"]
    return _with(
        [
            _("since %(date)s") % {"date": _date(since)} if since else "",
            span["since_source"] or "",
            _("until %(date)s") % {"date": _date(until)} if until else "",
            span["until_source"] or "",
        ]
    )


def _neighbour(form: str, one: shapes.Succession) -> str:
    date = _date(one["date"]) if one["date"] else ""
    return _with([form % {"name": _in_all(one["name"])}, date, one["source"] or ""])


def _figure(figure: shapes.Figure) -> str:
    unit = figure["unit"]
    said = [amount(figure), _in_all(unit["name"]) if unit else "", _in_all(figure["label"])]
    preferred = _("preferred") if figure["preferred"] else ""
    return _with([_with(said, " "), figure["source"] or "", preferred, _in_all(figure["reason"])])


def _stage(row: shapes.RollCallStage, domains: Mapping[str, Texts]) -> str:
    return _with(
        [
            row["actor"],
            closed_lists.label(Stage, row["stage"]) or _("named"),
            _date(row["date"]) if row["date"] else "",
            _in_all(domains[row["domain"]]) if row["domain"] else "",
            _staged(row["amount"]),
            row["source"] or "",
            row["locator"],
            row["quote"],
            _in_all(row["note"]),
        ]
    )


def _staged(given: shapes.StagedAmount | None) -> str:
    if given is None:
        return ""
    unit = _in_all(given["unit"]["name"]) if given["unit"] else ""
    return _with([amount(given), unit, closed_lists.label(AmountForm, given["form"])], " ")


def _source(source: shapes.Citation) -> str:
    return _with(
        [
            closed_lists.label(CitationStance, source["stance"]),
            source["title"],
            *source["authors"],
            source["publisher"] or "",
            source["published_on"] or "",
            ", ".join(closed_lists.language(tag) for tag in source["languages"]),
            *_state(source),
            source["locator"],
            source["quote"],
            source["quote_language"] or "",
            _in_all(source["note"]),
            source["url"] or "",
            source["archive_url"] or "",
            closed_lists.label(SourceAccess, source["access"]),
            *(f"{known.label} {known.value}" for known in identifiers(source)),
        ],
        "; ",
    )


def _state(source: shapes.Source) -> list[str]:
    if source["state"] == SourceState.PUBLISHED:
        return []
    by = source["state_source"]
    return [
        closed_lists.label(SourceState, source["state"]),
        source["state_date"] or "",
        _in_all(source["state_note"]),
        by["title"] if by else "",
    ]


def _date(record: shapes.Date) -> str:
    return f"{_in_all(record['label'])} [{record['edtf']}]"


def _slug(linked: shapes.Linked | None) -> str:
    return linked["slug"] if linked else ""


def _in_all(texts: Texts) -> str:
    """A text in all its languages, each wording once."""
    return " / ".join(dict.fromkeys(texts.values()))


def _with(parts: list[str], joint: str = ", ") -> str:
    return joint.join(part for part in parts if part)
