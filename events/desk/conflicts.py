"""Whether somebody saved or redacted a record while somebody else was editing it."""

from dataclasses import dataclass

from events.desk import snapshots
from events.desk.locking import lock_thing
from events.desk.plain import plain
from events.desk.rights import Thing
from events.models import Entry, Snapshot
from events.vocabulary import Occasion

NONE = 0


@dataclass(frozen=True)
class Conflict:
    """A record is no longer what it was when it was opened.

    `base`: what it said then, None if that is not known; `theirs`: what it says now; `state`: the
    one that it is in now, from which anyone who has seen both may save. `is_redacted`: a text was
    taken out meanwhile, which must not come back unnoticed.
    """

    base: Snapshot | None
    theirs: Snapshot
    state: str
    is_redacted: bool


def opened(thing: Thing) -> str:
    """The state of a record, as a text that a form or a client sends back when it saves: the number
    of its text, and of an entry when it was edited, which an earlier release may have done."""
    number = snapshots.latest(thing) or NONE
    edited = thing.edited_at.isoformat() if isinstance(thing, Entry) else ""
    return f"{number}@{edited}"


def number_of(state: str | None) -> int:
    """The number of the text that a record had in this state; 0 if none was kept."""
    number = (state or "").partition("@")[0]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else NONE


def find(thing: Thing, from_state: str | None) -> Conflict | None:
    """What came between opening a record in a state (`opened`) and saving it; None if nothing did.

    Must run in the transaction that saves. It locks the record, so that of two saves at the same
    moment the second waits, and sees the first.
    """
    lock_thing(thing)
    now = type(thing)._default_manager.get(pk=thing.pk)
    state = opened(now)
    if from_state == state:
        return None
    number = number_of(from_state)
    base = snapshots.texts(now).filter(pk=number).first()
    if base is None:
        # It was opened before texts were kept.
        base = snapshots.texts(now).filter(occasion=Occasion.FOUND).first() if not number else None
    theirs = snapshots.texts(now).last()
    text = plain(now)
    if theirs is None or theirs.record != text:
        # Something saved it that keeps no texts, such as an earlier release beside this one.
        theirs = snapshots.write([snapshots.of(now, text, None, occasion=Occasion.FOUND)])[0]
        state = opened(now)
    return Conflict(base, theirs, state, snapshots.is_redacted_since(now, number))
