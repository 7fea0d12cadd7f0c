"""What an editor is asked about a record that was saved: it may be right, but it is odd.

Nothing is refused for it. Each question is a `Problem` with its place, so that a page can lead to
it, and has a code from a closed list (`Doubt`).
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model

from events.desk.questions import (
    actors,
    bodies,
    evidence,
    lives,
    meetings,
    roll_call,
    stances,
)
from events.desk.questions.doubts import Doubt
from events.models import KINDS, Actor, Commitment, Entry, Position, Source, Summit
from events.publishing import Problem

# By model, the functions that look at its records and the rows of their lists.
ASKING: dict[type[Model], tuple[Callable[[Any], Iterable[Problem]], ...]] = {
    Actor: (
        actors.codes,
        actors.names,
        actors.sources,
        bodies.overlapping,
        lives.members_outside,
    ),
    Commitment: (roll_call.too_early, roll_call.declined_late),
    Position: (stances.taken_back_from_nothing,),
    Entry: (lives.named_outside, evidence.retracted, evidence.older),
    Source: (evidence.told_too_early,),
    Summit: (meetings.moved, meetings.clock, meetings.call_in_person),
}


def questions(thing: Model | None) -> list[Problem]:
    """What is to be asked about a record as it stands on the desk, in the active language. Nothing
    about an entry that somebody has deleted meanwhile."""
    if type(thing) is Entry:
        # As what it is, however it was fetched.
        thing = KINDS[thing.kind].objects.filter(pk=thing.pk).first()
    return [
        question
        for model, functions in ASKING.items()
        if isinstance(thing, model)
        for ask in functions
        for question in ask(thing)
    ]


__all__ = ["Doubt", "questions"]
