"""Walks for tests: with a step for each of some entries."""

from collections.abc import Sequence
from typing import Any

from events import publishing
from events.models import Entry, Walk, WalkStep
from events.vocabulary import Role


class WalkRecords:
    """The part of `Record` that makes walks."""

    def walk(self: Any, slug: str = "walk", shows: Sequence[Entry] = (), **fields: Any) -> Walk:
        """A walk with a step for each of these entries, or for two of its own; without a source."""
        publish = fields.pop("publish", True)
        fields = {"source": None} | fields | {"publish": False}
        entry: Walk = self._entry(Walk, slug, Role.CONCERNED, fields)
        self.lead(entry, shows)
        if publish:
            publishing.publish(entry)
        return entry

    def lead(self: Any, entry: Any, shows: Sequence[Entry] = ()) -> None:
        """Gives a walk its steps; an entry of another kind has none."""
        own = [f"{entry.slug}-{number}" for number in ("first", "second")]
        if isinstance(entry, Walk):
            for order, shown in enumerate(shows or [self.development(slug) for slug in own]):
                self.step(entry, shown, order=order)

    def step(self: Any, entry: Walk, shown: Entry, **fields: Any) -> WalkStep:
        texts = {"text_en": f"Look at {shown.slug}.", "text_de": f"Sieh {shown.slug} an."}
        return WalkStep.objects.create(walk=entry, entry=shown, **texts | fields)
