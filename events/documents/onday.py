"""What held of an actor on the date of an entry: its name, a person's offices, and for whom.

Pure functions of what a document has on file of an actor. Of an entry that lasts, the day on which
it began counts: that is when somebody spoke or met in an office and under a name.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from events import dates
from events.documents.shapes import Actor, Date, FormerName, Office, Slug, Texts


class InOffice(NamedTuple):
    """The offices of a person on a day in one text, and the slug of whom they represent."""

    office: Texts
    represents: Slug | None


def in_office(offices: Sequence[Office], edtf: str) -> InOffice:
    """What follows from dated offices for a day: those that were held for certain or else, with a
    slash between them, those that may have been. Where these are for several, none is claimed."""
    day = dates.parse(edtf)
    certainties = [_held(office, offices, day) for office in offices]
    sure = _with(offices, certainties, dates.Certainty.CERTAIN)
    held = sure or _with(offices, certainties, dates.Certainty.POSSIBLE)
    whom = list(dict.fromkeys(office["represents"] for office in held))
    if sure:
        whom = [slug for slug in whom if slug]
    represents = whom[0] if whom and (sure or len(whom) == 1) else None
    return InOffice(_joined(held, ", " if sure else " / "), represents)


def all_over(offices: Sequence[Office], edtf: str) -> bool:
    """Whether every one of them had ended before a day: they say nothing of what came after."""
    first = dates.parse(edtf).earliest
    ends = [until.latest if (until := _bounds(office["until"])) else None for office in offices]
    return first is not None and all(end is not None and end < first for end in ends)


def former_name(names: Sequence[FormerName], edtf: str) -> Texts | None:
    """What an actor was called on a day; None if it cannot be said that it was not today's name."""
    day = dates.parse(edtf).latest_start
    if day is None:
        return None
    lasted = [(dates.parse(name["until"]["edtf"]).earliest_end, name["name"]) for name in names]
    there = [(end, name) for end, name in lasted if end and day <= end]
    return min(there, key=lambda item: item[0])[1] if there else None


def name_on(record: Actor, edtf: str) -> Texts:
    """What an actor on file was called on a day."""
    return former_name(record["former_names"], edtf) or record["name"]


def _held(office: Office, offices: Sequence[Office], day: dates.EDTF) -> dates.Certainty:
    """Whether somebody held an office on a day.

    An office without an end goes on, unless another one began after it: then nobody knows.
    """
    first, last = day.earliest or date.min, day.latest_start or date.max
    since, until = _bounds(office["since"]), _bounds(office["until"])
    ends_by = until.latest if until else None
    if (since and (since.earliest or date.min) > last) or (ends_by and ends_by < first):
        return dates.Certainty.NO
    begun = bool(since and since.latest_start and since.latest_start <= first)
    if until:
        goes_on = bool(until.earliest_end and last <= until.earliest_end)
    else:
        goes_on = not any(_follows(other, office) for other in offices)
    return dates.Certainty.CERTAIN if begun and goes_on else dates.Certainty.POSSIBLE


def _follows(other: Office, office: Office) -> bool:
    began, before = _bounds(other["since"]), _bounds(office["since"])
    if not began or not began.latest_start:
        return False
    return not before or began.latest_start > (before.latest_start or date.min)


def _bounds(when: Date | None) -> dates.EDTF | None:
    return dates.parse(when["edtf"]) if when else None


def _with(
    offices: Sequence[Office], certainties: Sequence[dates.Certainty], certainty: dates.Certainty
) -> list[Office]:
    pairs = zip(offices, certainties, strict=True)
    return [office for office, found in pairs if found == certainty]


def _joined(offices: Sequence[Office], joint: str) -> Texts:
    """Titles by language. A language that lacks one of them has that in the first one it is in."""
    languages = dict.fromkeys(code for office in offices for code in office["title"])
    return {
        code: joint.join(
            dict.fromkeys(
                office["title"].get(code) or next(iter(office["title"].values()), "")
                for office in offices
            )
        )
        for code in languages
    }
