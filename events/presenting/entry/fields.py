"""A document as named fields in words, so that two states of an entry can be compared.

Every language is included, whichever is the reader's: a change to a translation is a change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.documents import reading, shapes
from events.documents.shapes import Document, Texts
from events.presenting.entry.every_language import date_in_all, in_all, joined
from events.presenting.entry.onfile import on_file
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
    Licence,
    MediumKind,
    MeetingLevel,
    MeetingMode,
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
    for process in document["process_records"]:
        name = in_all(process["name"])
        yield WordedField(f"process.{process['slug']}", _("Process"), name)
    yield WordedField("date", _("Date"), date_in_all(document["date"]))
    yield WordedField("rank", _("Place among the entries of the same day"), str(document["rank"]))
    yield WordedField("basis", _("Basis"), closed_lists.label(Basis, document["basis"]))
    yield from _translated("summary", _("Summary"), document["summary"])
    yield from _of_kind(document)
    if event := reading.event_of(document):
        yield WordedField("key_event", _("Key event"), _("yes") if event["key_event"] else "")
        for link in event["contradicts"]:
            named = f"contradicts.{link['id'] or link['slug']}"
            yield WordedField(named, _("It contradicts"), _slug(link))
    for topic in document["topics"]:
        wider = [in_all(wider["name"]) for wider in topic["wider"]]
        value = joined([in_all(topic["name"]), in_all(topic["description"]), *wider])
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
    for picture in document["pictures"]:
        key = next((size["digest"] for size in picture["sizes"]), None)
        yield WordedField(f"picture.{key}", _("Picture"), _picture(picture))
    for medium in document["media"]:
        yield WordedField(f"medium.{medium['url']}", _("Video or document"), _medium(medium))
    for source in document["sources"]:
        yield WordedField(f"source.{source['slug']}", _("Source"), _source(source))
    for record in document["actor_records"]:
        yield WordedField(f"record.{record['slug']}", _("Key facts"), on_file(record))
    for kept in document["source_records"]:
        said = [kept["title"], kept["publisher"] or "", kept["url"] or ""]
        yield WordedField(f"file-source.{kept['slug']}", _("Source on file"), joined(said, "; "))


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
    elif document["kind"] == "overview":
        rests_on = joined([_slug(link) for link in document["rests_on"]])
        yield WordedField("rests_on", _("Rests on"), rests_on)
    elif document["kind"] == "walk":
        for number, step in enumerate(document["steps"], start=1):
            said = joined([_slug(step), in_all(step["text"])], ": ")
            yield WordedField(f"step.{number}", _("Step %(number)s") % {"number": number}, said)


def _summit(document: shapes.Summit) -> Iterator[WordedField]:
    yield WordedField("format", _("Format"), in_all(document["format_record"]["name"]))
    yield WordedField("level", _("Level"), closed_lists.label(MeetingLevel, document["level"]))
    mode = closed_lists.label(MeetingMode, document["mode"])
    yield WordedField("mode", _("Mode of meeting"), mode)
    for number, place in enumerate(document["places"]):
        country = closed_lists.country(place["country"])
        where = [in_all(place["name"]), country, place["zone"] or ""]
        yield WordedField(f"place.{number}", _("Place"), joined(where))
    for earlier in document["earlier_dates"]:
        said, moved = [date_in_all(earlier["date"])], earlier["moved_on"]
        said += [_("moved: %(date)s") % {"date": date_in_all(moved)}] if moved else []
        said += [earlier["source"] or "", in_all(earlier["note"])]
        yield WordedField(f"earlier.{earlier['date']['edtf']}", _("Earlier date"), joined(said))
    yield WordedField("follows", _("Follows"), _slug(document["follows"]))


def _commitment(document: shapes.Commitment) -> Iterator[WordedField]:
    yield WordedField("made_at", _("Made at"), _slug(document["made_at"]))
    names = reading.domain_names(document)
    domains = [in_all(names[domain]) for domain in document["domains"]]
    yield WordedField("domains", _("Domains"), joined(domains))
    yield WordedField("firmness", _("Firmness"), closed_lists.label(Firmness, document["firmness"]))
    if condition := document["condition"]:
        yield from _translated("condition", _("Condition"), condition["text"])
        state = closed_lists.label(ConditionState, condition["state"])
        yield WordedField("condition-state", _("State of the condition"), state)
    if deadline := document["deadline"]:
        yield WordedField("deadline", _("Deadline"), date_in_all(deadline))
    for restated in document["restates"]:
        how = closed_lists.label(Restatement, restated["how"])
        said = joined([how, restated["slug"]])
        yield WordedField(f"restates.{restated['slug']}", _("Earlier commitment"), said)
    counts = document["counts"]
    yield WordedField("counts.reported", _("Reported"), number_worded(counts["reported"]))
    yield WordedField("counts.named", _("Named"), number_worded(counts["named"]))
    yield WordedField("counts.confirmed", _("Confirmed"), number_worded(counts["confirmed"]))
    yield WordedField(
        "counts.suspended", _("Suspended"), number_worded(counts["suspended"] or None)
    )
    left = number_worded(counts["left"] or None)
    yield WordedField("counts.left", _("No longer taking part"), left)
    yield WordedField("counts.declined", _("Declined"), number_worded(counts["declined"] or None))
    for row in document["roll_call"]:
        key = f"stage.{row['actor']}.{row['domain']}.{row['stage']}"
        yield WordedField(key, _("Roll call"), _stage(row, names))
    yield from _changes("", document["history"])
    for part in document["parts"]:
        yield from _part(part)


def _part(part: shapes.PartOfCommitment) -> Iterator[WordedField]:
    key = f"part.{part['key']}"
    deadline = [date_in_all(part["deadline"])] if part["deadline"] else []
    status = closed_lists.label(CommitmentStatus, part["status"])
    yield WordedField(key, _("Part"), joined([in_all(part["text"]), *deadline, status], "; "))
    yield from _changes(f"{key}.", part["history"])


def _changes(of: str, history: Iterable[shapes.StatusChange]) -> Iterator[WordedField]:
    """Changes of status, of a part or of the whole."""
    for change in history:
        value = [
            closed_lists.label(CommitmentStatus, change["status"]),
            date_in_all(change["date"]),
            change["by"] or "",
            change["source"],
            change["locator"],
            closed_lists.label(Basis, change["basis"]),
            in_all(change["note"]),
        ]
        key = f"{of}history.{change['date']['edtf']}.{change['status']}"
        label = _("Change of status of a part") if of else _("Change of status")
        yield WordedField(key, label, joined(value))


def _translated(key: str, label: str, texts: Texts) -> Iterator[WordedField]:
    for language, value in texts.items():
        named = f"{label} ({closed_lists.language(language)})"
        yield WordedField(f"{key}.{language}", named, value, language)


def _actor(document: Document, actor: shapes.ActorInEntry) -> str:
    record = reading.records(document).get(actor["represents"] or "")
    represented = in_all(record["name"]) if record else ""
    today = in_all(actor["name_today"] or {})
    return joined(
        [
            in_all(actor["name"]),
            _("today %(name)s") % {"name": today} if today else "",
            in_all(actor["office"]),
            pgettext("in a list", "for %(name)s") % {"name": represented} if represented else "",
            closed_lists.label(Attendance, actor["status"]),
        ]
    )


def _figure(figure: shapes.Figure) -> str:
    unit = figure["unit"]
    said = [amount(figure), in_all(unit["name"]) if unit else "", in_all(figure["label"])]
    preferred = _("preferred") if figure["preferred"] else ""
    return joined([joined(said, " "), figure["source"] or "", preferred, in_all(figure["reason"])])


def _picture(picture: shapes.Picture) -> str:
    said = [in_all(picture["caption"]), in_all(picture["description"]), picture["credit"]]
    licence = closed_lists.label(Licence, picture["licence"])
    return joined([*said, licence, picture["origin"] or ""], "; ")


def _medium(medium: shapes.Medium) -> str:
    kind = closed_lists.label(MediumKind, medium["kind"])
    said = [kind, in_all(medium["title"]), medium["publisher"] or "", medium["url"] or ""]
    return joined(said, "; ")


def _stage(row: shapes.RollCallStage, domains: Mapping[str, Texts]) -> str:
    return joined(
        [
            row["actor"],
            closed_lists.label(Stage, row["stage"]) or _("named"),
            date_in_all(row["date"]) if row["date"] else "",
            in_all(domains[row["domain"]]) if row["domain"] else "",
            _staged(row["amount"]),
            row["source"] or "",
            row["locator"],
            row["quote"],
            in_all(row["note"]),
        ]
    )


def _staged(given: shapes.StagedAmount | None) -> str:
    if given is None:
        return ""
    unit = in_all(given["unit"]["name"]) if given["unit"] else ""
    return joined([amount(given), unit, closed_lists.label(AmountForm, given["form"])], " ")


def _source(source: shapes.Citation) -> str:
    return joined(
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
            in_all(source["note"]),
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
        in_all(source["state_note"]),
        by["title"] if by else "",
    ]


def _slug(linked: shapes.Linked | None) -> str:
    return linked["slug"] if linked else ""
