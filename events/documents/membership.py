"""Who was a member of a coalition or an organisation on the date of an entry."""

from datetime import date

from events import dates
from events.documents.shapes import Actor, Date, Member
from events.vocabulary import ActorKind


def joined_in(actor: Actor, when: Date) -> list[Member]:
    """The members of a coalition, which its members enter to act together: what it does, they take
    part in. Of an organisation, which acts for itself, its members are told on its own page only.
    """
    return members_on(actor, when) if actor["kind"] == ActorKind.COALITION else []


def members_on(body: Actor, when: Date) -> list[Member]:
    """The members that it had when something of this date began, as far as the record knows: each
    once, with the role that it had last. Left out is who had left by then for certain, or had not
    come yet."""
    began = dates.certainty.since(dates.parse(when["edtf"]))
    return members_between(body, began.possibly or date.min, began.certainly or date.max)


def members_between(body: Actor, first: date, last: date) -> list[Member]:
    """Those who can have been members on one of these days; a body has no end by itself."""
    found: dict[str, Member] = {}
    for member in body.get("members", []):
        since, until = _day(member["since"], "earliest"), _day(member["until"], "latest")
        if (since or date.min) <= last and (until or date.max) >= first:
            found[member["actor"]] = member
    return list(found.values())


def _day(when: Date | None, end: str) -> date | None:
    if when is None:
        return None
    day: date | None = getattr(dates.parse(when["edtf"]), end)
    return day
