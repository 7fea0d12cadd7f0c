"""What comparisons ask of the record: the meetings themselves, and what belongs to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from events import dates, public
from events.documents.linking import named_by
from events.documents.reading import questions, summits
from events.documents.shapes import Document, PublishedSummit, Question, Summit
from events.presenting.meetings import comparison
from events.presenting.wording import Links
from events.vocabulary import Kind

# How many meetings are compared at most: more columns are no table for people.
MOST = 12
# How many questions on the agendas are listed, and at most how many others of the process.
QUESTIONS = 20
# Questions raised up to this many days after the last meeting count as open after it.
DAYS_AFTER = 7


def latest(moment: public.Moment | None, limit: int) -> list[PublishedSummit]:
    """The latest meetings, including planned ones."""
    filters = public.Filters(kind=Kind.SUMMIT, as_of=moment, limit=limit)
    return summits(public.page(filters).documents)


def among(slugs: Sequence[str], moment: public.Moment | None) -> dict[str, PublishedSummit | None]:
    """By slug, the documents of these meetings, also found by a former slug; None for what is no
    meeting, or was none then. One query, and more for each former slug."""
    asked = [slug for slug in dict.fromkeys(slugs) if "\0" not in slug]
    found = public.addressed(asked, moment)
    return {
        slug: next(iter(summits([found[slug]])), None) if slug in found else _moved(slug, moment)
        for slug in dict.fromkeys(slugs)
    }


def _moved(slug: str, moment: public.Moment | None) -> PublishedSummit | None:
    try:
        try:
            version = public.entry(slug, moment, Kind.SUMMIT)
        except public.Moved as moved:
            version = public.entry(moved.slug, moment, Kind.SUMMIT)
    except (public.Missing, public.Gone, public.Moved):
        return None
    return next(iter(summits([version.document])), None)


def in_order(meetings: Iterable[PublishedSummit]) -> list[PublishedSummit]:
    """The earliest first, so that each choice has one address."""
    return sorted(meetings, key=_place)


def _place(meeting: Summit) -> tuple[datetime, str]:
    return dates.parse(meeting["date"]["edtf"]).instant, meeting["slug"]


def address(slugs: Sequence[str], links: Links) -> str:
    """The address of the comparison of these meetings; with one, that of the choice of others."""
    if len(slugs) == 2:
        return links.page("compare", *slugs)
    return (
        links.page("compare-several", "/".join(slugs)) if len(slugs) > 2 else adding(slugs, links)
    )


def adding(slugs: Sequence[str], links: Links) -> str:
    """The page on which to choose further meetings."""
    url = links.page("comparisons")
    chosen = urlencode([("meeting", slug) for slug in slugs])
    return f"{url}{'&' if '?' in url else '?'}{chosen}" if chosen else url


def follows(meeting: Summit) -> str | None:
    """The id of the meeting that it continues."""
    return meeting["follows"]["id"] if meeting["follows"] else None


def agenda_of(meetings: Iterable[Summit]) -> list[str]:
    """The topics of the agendas, each once."""
    return list(dict.fromkeys(topic["slug"] for one in meetings for topic in one["topics"]))


def day_of(meeting: Summit) -> date:
    """The day on which it is asked who stood where: the last one of the meeting."""
    first, last = comparison.days_of(meeting)
    return first if last == date.max else last


def held(
    meetings: Sequence[Summit], moment: public.Moment | None
) -> tuple[list[date], public.HeldThrough]:
    """The day of each meeting, and who stood where on it on the topics of all the agendas."""
    days = [day_of(one) for one in meetings]
    return days, public.held_through(days, agenda_of(meetings), moment)


def open_questions(
    meetings: Sequence[Summit], moment: public.Moment | None
) -> tuple[list[Question], Mapping[str, Document]]:
    """What was open: questions on one of the agendas, then others of the process of all of them, or
    else of the last one's; and the entries that answered some of them, by id."""
    later = meetings[-1]
    _first, last = comparison.days_of(later)
    end = min(last, date.max - timedelta(DAYS_AFTER)) + timedelta(DAYS_AFTER)
    topics = agenda_of(meetings)
    found = public.on_topics(Kind.QUESTION, topics, moment, end=end, limit=QUESTIONS)
    asked = {question["slug"]: question for question in questions(found)}
    shared = [
        slug for slug in later["processes"] if all(slug in one["processes"] for one in meetings)
    ]
    opening = public.Cursor.opening(end, "newest")
    for process in shared or later["processes"]:
        others = public.parse({"kind": [Kind.QUESTION], "process": [process]})
        rest = public.page(replace(others, as_of=moment, cursor=opening, limit=QUESTIONS)).documents
        for question in questions(rest):
            asked.setdefault(question["slug"], question)
    ids = {one for question in asked.values() for one in named_by(question)}
    return list(asked.values()), public.named(ids, moment)


def tables(slugs: Sequence[str], links: Links) -> dict[str, str]:
    """The addresses of the comparison as tables, by what each is of."""
    return {
        name: links.page("compare-csv", "/".join(slugs), name)
        for name in ("participants", "agenda", "positions")
    }
