"""What an actor is in an entry: as whom, for whom, and under which name, on the day of the entry.

What is dated decides. What is not is what holds today: it goes into an entry that is published for
the first time, and from then on the entry says what it has said, whatever its actors become later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from events import dates
from events.documents import onday, shapes
from events.documents.rendering.records import country_of, former_names, offices, texts
from events.models import Actor


@dataclass(frozen=True)
class Before:
    """What an entry has said of its actors (`rows`) by the day `today`, and whom they represent
    there, by slug. Nothing for an entry that has never been public."""

    rows: list[shapes.ActorInEntry] = field(default_factory=list)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    today: date | None = None

    def said_of(self, slug: str, role: str) -> shapes.ActorInEntry | None:
        """Its row in this role or else, if it was there in other ones, what those agree in."""
        rows = [row for row in self.rows if row["slug"] == slug]
        if same := [row for row in rows if row["role"] == role]:
            return same[0]
        return rows[0] if len({row["represents"] for row in rows}) == 1 else None


class SpeaksFor(NamedTuple):
    """Whom the entry itself says that an actor represents, and how that is known."""

    represents: Actor
    by: shapes.RepresentsBy | None = "entry"


def actor_in_entry(
    actor: Actor,
    role: str,
    status: str | None,
    given: SpeaksFor | None,
    edtf: str,
    before: Before,
) -> tuple[shapes.ActorInEntry, Actor | None]:
    """The actor's row in a document with this date, and whom it represents there."""
    dated = offices(actor)
    said = _kept(before, actor, role, edtf)
    represents: Actor | None
    by: shapes.RepresentsBy | None
    if dated and not onday.all_over(dated, edtf):
        held = onday.in_office(dated, edtf)
        office, by = held.office, "office"
        represents = next((o.represents for o in actor.offices.all() if _is(o, held)), None)
    elif said:
        office, by = said["office"], said["represents_by"]
        represents = before.actors.get(said["represents"] or "")
        if by == "entry":  # which the entry no longer says
            represents, by = actor.represents, "file"
    else:
        office, by = texts(actor, "office"), "file"
        represents = actor.represents
    if given:
        represents, by = given
    former = onday.former_name(former_names(actor), edtf)
    return {
        "slug": actor.slug,
        "name": former or texts(actor, "name"),
        "name_today": texts(actor, "name") if former and former != texts(actor, "name") else None,
        "kind": str(actor.kind),
        "role": str(role),
        "status": str(status) if status else None,
        "office": office,
        "represents": represents.slug if represents else None,
        "represents_by": by if represents else None,
        "country": country_of(actor, represents),
    }, represents


def _kept(before: Before, actor: Actor, role: str, edtf: str) -> shapes.ActorInEntry | None:
    """What the entry goes on to say of an actor. Of a day that is still to come, what is on file
    today says more than what was on file before."""
    said = before.said_of(actor.slug, role)
    if said is None or (said["represents"] and said["represents"] not in before.actors):
        return None
    today = before.today
    if today and dates.certainty.begun(dates.parse(edtf), today) == dates.Certainty.NO:
        return None
    return said


def _is(office: object, held: onday.InOffice) -> bool:
    represents = getattr(office, "represents", None)
    return bool(represents and represents.slug == held.represents)
