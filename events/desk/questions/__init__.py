"""What an editor is asked about a record that was saved: it may be right, but it is odd.

Nothing is refused for it. Each question is a `Problem` with its place, so that a page can lead to
it, and has a code from a closed list (`Doubt`).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model, Prefetch

from events.desk.questions import (
    actors,
    bodies,
    codes,
    evidence,
    lives,
    meetings,
    names,
    progress,
    roll_call,
    stances,
    texts,
)
from events.desk.questions.doubts import Doubt
from events.models import KINDS, Actor, Commitment, Entry, Position, Source, Summit, Unit
from events.publishing import Problem

# By model, the functions that look at its records and the rows of their lists.
ASKING: dict[type[Model], tuple[Callable[[Any], Iterable[Problem]], ...]] = {
    Actor: (
        codes.of_actor,
        names.shared,
        actors.sources,
        evidence.older_than_facts,
        bodies.overlapping,
        lives.members_outside,
        lives.facts_outside,
        lives.successors_outside,
    ),
    Commitment: (
        roll_call.too_early,
        roll_call.declined_late,
        roll_call.on_one_day,
        roll_call.after_an_end,
        roll_call.out_of_nothing,
        roll_call.before_it_was_made,
        roll_call.bound_without_a_step,
        progress.changes,
        progress.deadlines,
    ),
    Position: (stances.taken_back_from_nothing, stances.contradicts_an_earlier_one),
    Entry: (lives.named_outside, evidence.retracted, evidence.older, texts.notes),
    Source: (evidence.told_too_early, texts.note_on_state),
    Summit: (
        codes.of_places,
        meetings.moved,
        meetings.moved_afterwards,
        meetings.clock,
        meetings.call_in_person,
    ),
    Unit: (codes.of_unit,),
}


# What the functions read of entries of each kind, beside their own row.
READ: dict[type[Model], tuple[str | Prefetch, ...]] = {
    Entry: (
        *("participations__actor", "participations__represents", "citations__source"),
        *("figures", "media", "pictures"),
    ),
    Commitment: (
        *("roll_call__actor", "roll_call__source", "figures__measure"),
        *("status_changes__by", "status_changes__source", "parts"),
    ),
    Position: ("contradicts",),
    Summit: ("format", "places", "earlier_dates", meetings.PUBLIC),
}


def questions(thing: Model) -> list[Problem]:
    """What is to be asked about a record as it stands on the desk, in the active language."""
    if isinstance(thing, Entry):
        return [question for _entry, asked in questions_among([thing]) for question in asked]
    return _asked(thing)


def questions_among(entries: Iterable[Entry]) -> Iterator[tuple[Entry, list[Problem]]]:
    """Those of the entries about which something is to be asked, as it stands on the desk, in a
    number of queries that does not grow with them. Nothing is asked about one that somebody has
    deleted meanwhile."""
    entries = list(entries)
    found: dict[int, Entry] = {}
    for kind, model in KINDS.items():
        read = [name for owner in READ if issubclass(model, owner) for name in READ[owner]]
        keys = [entry.pk for entry in entries if entry.kind == kind]
        if keys:
            found |= model._default_manager.prefetch_related(*read).in_bulk(keys)
    for entry in entries:
        if entry.pk in found and (asked := _asked(found[entry.pk])):
            yield entry, asked


def _asked(thing: Model) -> list[Problem]:
    if isinstance(thing, Entry) and not thing.date:
        # A draft that is begun. The door asks for its date.
        return []
    return [
        question
        for model, functions in ASKING.items()
        if isinstance(thing, model)
        for ask in functions
        for question in ask(thing)
    ]


__all__ = ["Doubt", "questions", "questions_among"]
