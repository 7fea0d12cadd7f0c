"""Drafts that the door refuses, one for each need, with the place where it is told."""

from collections.abc import Callable
from datetime import timedelta

from django.utils.timezone import localdate

from events.models import Commitment, Entry, Position
from events.publishing import Need
from tests.record import Record

record = Record()


def position(**fields: str | None) -> Entry:
    return record.position(publish=False, **fields)


def figures(*values: int, **of_first: object) -> Entry:
    """A meeting with figures of one measure, whose first one has these fields."""
    entry = record.summit(publish=False)
    for number, value in enumerate(values):
        record.figure(entry, "countries", value, **of_first if number == 0 else {})
    return entry


def untitled() -> Entry:
    entry = record.development(publish=False)
    entry.title_en = entry.title_de = ""
    entry.save()
    return entry


def of_no_process() -> Entry:
    entry = record.development(publish=False)
    entry.processes.clear()
    return entry


def undated() -> Entry:
    entry = record.development(publish=False)
    entry.date = "soon"
    entry.save()
    return entry


def contradicted() -> Entry:
    entry = record.development(source=None, publish=False)
    record.cite(entry, stance="contradicts")
    return entry


def figure_of_either_source() -> Entry:
    entry = figures(35)
    record.cite(entry, "another")
    return entry


def second_figure_of_an_uncited_source() -> Entry:
    entry = figures(35)
    record.figure(entry, "leaders", 8, source=record.source("third"))
    return entry


def second_status_of_an_uncited_source() -> Entry:
    entry = record.commitment(publish=False)
    record.status(entry, "open", "2026")
    record.status(entry, "delayed", "2026-01")
    entry.status_changes.filter(date="2026-01").update(source=record.source("other"))
    return entry


def moved_says_either_source() -> Entry:
    entry = record.summit(earlier=["2026-01-05"], publish=False)
    record.cite(entry, "paper")
    return entry


def moved_says_an_uncited_source() -> Entry:
    entry = record.summit(publish=False)
    record.earlier_date(entry, "2026-01-05", source=record.source())
    record.earlier_date(entry, "2026-01-04", source=record.source("other"), order=1)
    return entry


def held_by_nobody() -> Entry:
    entry = position()
    entry.participations.all().delete()
    return entry


def for_nor_against() -> Entry:
    entry = position()
    Position.objects.filter(pk=entry.pk).update(stance="")
    return Position.objects.get(pk=entry.pk)


def promising(*parts: dict[str, str]) -> Commitment:
    """A commitment with these parts, which are called “one”, “two” and so on."""
    entry = record.commitment(publish=False)
    for key, part in zip(("one", "two", "three"), parts, strict=False):
        record.promised(entry, key, **part)
    return entry


def second_status_of_no_part() -> Entry:
    entry = promising({"text_en": "Train"})
    record.status(entry, "delayed", "2026", part="one")
    record.status(entry, "delayed", "2026-01", part="three")
    return entry


def on_nothing() -> Entry:
    entry = position()
    entry.topics.clear()
    return entry


def at_an_address_that_is_taken() -> Entry:
    first = record.development("news")
    Entry.objects.filter(pk=first.pk).update(slug="old-news")
    return record.development("news", publish=False)


def answered_by_what_is_to_come() -> Entry:
    later = record.development("later", date=(localdate() + timedelta(days=30)).isoformat())
    return record.question("unclear", answered_by=later, publish=False)


def restating_a_draft() -> Entry:
    earlier = record.commitment("earlier", publish=False)
    return record.commitment(restates=earlier, restatement="softens", publish=False)


def contradicting_a_draft() -> Entry:
    entry = record.development("denial", publish=False)
    record.contradiction(entry, record.development("claim"))
    record.contradiction(entry, record.development("draft", publish=False))
    return entry


def resting(summary: str) -> Entry:
    event = record.development("event")
    return record.overview("state", [event], summary_en=summary, summary_de="", publish=False)


def walking(*slugs: str, **of_last: str) -> Entry:
    """A walk that shows these entries, whose last step has these texts."""
    there = {slug: record.development(slug) for slug in dict.fromkeys(slugs)}
    entry = record.walk(shows=[there[slug] for slug in slugs], publish=False)
    entry.steps.filter(order=len(slugs) - 1).update(**of_last)
    return entry


def walking_to_a_draft() -> Entry:
    shown = [record.development("first"), record.development("second", publish=False)]
    return record.walk(shows=shown, publish=False)


LACKING: list[tuple[Callable[[], Entry], Need, str]] = [
    (untitled, Need.TITLE, "title"),
    (of_no_process, Need.PROCESS, "processes"),
    (undated, Need.DATE, "date"),
    (lambda: record.development(source=None, publish=False), Need.SOURCE, "citations"),
    (contradicted, Need.SUPPORT, "citations"),
    (figure_of_either_source, Need.FIGURE_SOURCE, "figures[0].source"),
    (second_figure_of_an_uncited_source, Need.FIGURE_CITATION, "figures[1].source"),
    (lambda: figures(35, 34), Need.PREFERENCE, "figures[0].preferred"),
    (lambda: figures(35, 34, preferred=True), Need.PREFERENCE, "figures[0].reason"),
    (second_status_of_an_uncited_source, Need.STATUS_CITATION, "status_changes[1].source"),
    (moved_says_either_source, Need.EARLIER_SOURCE, "earlier_dates[0].source"),
    (moved_says_an_uncited_source, Need.EARLIER_CITATION, "earlier_dates[1].source"),
    (held_by_nobody, Need.HOLDER, "participations"),
    (for_nor_against, Need.STANCE, "stance"),
    (second_status_of_no_part, Need.STATUS_PART, "status_changes[1].part"),
    (lambda: promising({"text_de": "A"}, {"text_en": ""}), Need.PART_TEXT, "parts[1].text"),
    (lambda: promising({"text_de": "A"}, {"text_de": "A"}), Need.PART_TWICE, "parts[1].text"),
    (on_nothing, Need.TOPIC, "topics"),
    (at_an_address_that_is_taken, Need.ADDRESS, "slug"),
    (answered_by_what_is_to_come, Need.ANSWER_AHEAD, "answered_by"),
    (restating_a_draft, Need.PUBLIC_LINK, "restates[0].commitment"),
    (contradicting_a_draft, Need.PUBLIC_LINK, "contradicts[1].contradicted"),
    (lambda: resting(""), Need.SENTENCES, "summary"),
    (lambda: resting("It rests on nothing."), Need.SENTENCE_LINK, "summary"),
    (lambda: resting("It rests [on nothing](nowhere)."), Need.SENTENCE_TARGET, "summary"),
    (lambda: walking("one"), Need.STEPS, "steps"),
    (lambda: walking(*(f"e{n}" for n in range(21))), Need.STEPS_TOO_MANY, "steps"),
    (lambda: walking("one", "two", text_de=" "), Need.STEP_TEXT, "steps[1].text"),
    (lambda: walking("one", "two", "two"), Need.STEP_TWICE, "steps[2].entry"),
    (walking_to_a_draft, Need.PUBLIC_LINK, "steps[1].entry"),
]
