"""A record that is brought in whole, with the times at which its versions were published.

A plan lists the files in order, each with the time at which readers saw what it says:

    steps:
      - {file: actors.yaml}                        # comes to the desk, and is not published
      - file: london.yaml
        published_at: "2025-03-03T16:00:00Z"
      - file: paris.yaml
        sections: [summits, positions]             # no others of this file
        published_at: "2025-03-28T09:00:00Z"
        notes:                                     # what readers are told of a further version
          london: {en: The day was wrong., de: Der Tag war falsch.}

All of it is one transaction: where it is broken off, nothing was brought in. Each version keeps
when it really was loaded, beside the time that was brought in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from events import desk
from events.desk import Where
from events.importing.loading import Loaded, load
from events.importing.problems import LoadError, Located
from events.importing.reading import Tree, read
from events.models import Entry, Version
from events.vocabulary import TRAITS

STEPS = "steps"
KEYS = ("file", "sections", "published_at", "notes")
# What is published; all else is reference data.
SECTIONS_OF_ENTRIES = {traits.address for traits in TRAITS.values()}


class BroughtIn(NamedTuple):
    """How many entries were published, in how many versions."""

    entries: int
    versions: int


@dataclass(frozen=True)
class PlannedStep:
    """`published_at`: when its entries were; None if they stay on the desk for now. `notes`: by
    short name, what readers are told of a further version."""

    file: Path
    sections: Sequence[str]
    published_at: datetime | None
    notes: Mapping[str, Mapping[str, str]]
    line: int | None


def bring_in(plan: Path, *, by: desk.By = None) -> BroughtIn:
    """Bring the record of a plan into an empty log: all of it, or nothing.

    Raises `LoadError`, and `NotNow`.
    """
    steps = list(_steps(plan))
    with transaction.atomic():
        if Version.objects.exists():
            raise LoadError.for_one(
                _("The log has versions already. Times are brought in only into one that is empty.")
            )
        for number, step in enumerate(steps):
            try:
                _take(step, by, is_first=not number)
            except desk.CannotBringIn as error:
                raise LoadError.for_one(str(error), step.line) from error
        return BroughtIn(
            Version.objects.values("entry").distinct().count(), Version.objects.count()
        )


def _take(step: PlannedStep, by: desk.By, *, is_first: bool) -> None:
    try:
        # What is odd about a record is asked when its files are checked, one by one.
        loaded = load(step.file, by=by, sections=step.sections, ask=False)
    except LoadError as error:
        raise LoadError(_beside(step, problem) for problem in error.problems) from error
    for section, slug, *_rest in loaded.updated:
        if section not in SECTIONS_OF_ENTRIES:
            # What names it would be published again, with the time of the clock.
            message = _("%(section)s: %(slug)s differs from what an earlier step said of it.")
            raise _refused(step, message % {"section": section, "slug": slug})
    if step.published_at:
        _publish(step, loaded, by)


def _publish(step: PlannedStep, loaded: Loaded, by: desk.By) -> None:
    by_slug = {entry.slug: entry for entry in loaded.entries}
    if unknown := [slug for slug in step.notes if slug not in by_slug]:
        message = _("A note is on “%(slug)s”, which is no entry of this step.")
        raise _refused(step, message % {"slug": unknown[0]})
    plain = [entry for slug, entry in by_slug.items() if slug not in step.notes]
    # New entries come first, because later versions of others may name them.
    for _entry in _published(step, loaded, plain, by):
        pass
    for slug, note in step.notes.items():
        if not all(_published(step, loaded, [by_slug[slug]], by, note)):
            message = _("A note is on “%(slug)s”, of which this step changes nothing.")
            raise _refused(step, message % {"slug": slug})


def _published(
    step: PlannedStep,
    loaded: Loaded,
    entries: Sequence[Entry],
    by: desk.By,
    note: Mapping[str, str] | None = None,
) -> Iterator[bool]:
    """Publishes them, and yields of each whether it got a version."""
    outcomes = desk.publish_many(
        entries, by=by, note={**(note or {})}, published_at=step.published_at
    )
    for entry, outcome in outcomes:
        if isinstance(outcome, desk.NotPublishable):
            refused = loaded.located(loaded.refused(entry, outcome.problems))
            raise LoadError(_beside(step, problem) for problem in refused)
        yield outcome.is_new


def _steps(plan: Path) -> Iterator[PlannedStep]:
    tree = read(plan)
    listed: Any = tree.values()
    if set(listed) != {STEPS} or not isinstance(listed[STEPS], list):
        raise LoadError.for_one(_("A plan has one section, “steps”, which is a list."))
    last: datetime | None = None
    for number, written in enumerate(listed[STEPS]):
        reading = _StepReader(tree, (STEPS, number), written)
        step = reading.step(plan.parent)
        if step.published_at and last and step.published_at <= last:
            raise reading.wrong("published_at", _("It is not later than that of the step before."))
        last = step.published_at or last
        yield step


class _StepReader:
    """Reads one step, and says on which line something is wrong."""

    def __init__(self, tree: Tree, where: Where, written: Any) -> None:
        self.tree, self.where, self.written = tree, where, written
        if not isinstance(written, dict) or not isinstance(written.get("file"), str):
            raise self.wrong("file", _("A step names a file."))
        for key in written:
            if key not in KEYS:
                params = {"key": key, "keys": ", ".join(KEYS)}
                raise self.wrong(key, _("A step has no “%(key)s”, only %(keys)s.") % params)

    def wrong(self, key: str, message: str) -> LoadError:
        return LoadError.for_one(message, self.tree.line((*self.where, key)))

    def step(self, folder: Path) -> PlannedStep:
        return PlannedStep(
            folder / self.written["file"],
            self._sections(),
            self._moment(),
            self._notes(),
            self.tree.line((*self.where, "published_at")),
        )

    def _sections(self) -> Sequence[str]:
        sections = self.written.get("sections") or []
        if not isinstance(sections, list) or not all(isinstance(name, str) for name in sections):
            raise self.wrong("sections", _("This is a list of sections of the file."))
        return sections

    def _moment(self) -> datetime | None:
        text = self.written.get("published_at")
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except (TypeError, ValueError):
            moment = None
        if moment is None or moment.tzinfo is None:
            raise self.wrong(
                "published_at", _("Give a time with its zone, such as 2026-01-06T07:30:00Z.")
            )
        return moment

    def _notes(self) -> Mapping[str, Mapping[str, str]]:
        notes = self.written.get("notes") or {}
        if not isinstance(notes, dict) or not all(map(_is_note, notes.values())):
            raise self.wrong(
                "notes", _("A note is a text by language, under the short name of an entry.")
            )
        return notes


def _is_note(note: Any) -> bool:
    languages = {code for code, _name in settings.LANGUAGES}
    return (
        isinstance(note, dict)
        and bool(note)
        and languages.issuperset(note)
        and all(isinstance(text, str) for text in note.values())
    )


def _refused(step: PlannedStep, message: str) -> LoadError:
    return LoadError.for_one(f"{step.file.name}: {message}", step.line)


def _beside(step: PlannedStep, located: Located) -> Located:
    """The same problem, which is in the file of a step and not in the plan."""
    where = (step.file.name, *located.problem.where)
    return replace(located, problem=replace(located.problem, where=where))
