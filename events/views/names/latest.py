"""What the pages of an actor and of a topic have in common: the latest entries about it."""

from dataclasses import replace
from datetime import date

from events import public
from events.documents.shapes import Published
from events.presenting.wording import Links
from events.vocabulary import Kind


class Latest:
    """The latest entries that a filter of the timeline finds. `name`: that of its parameter."""

    def __init__(self, name: str, slug: str, moment: public.Moment | None) -> None:
        self.filter = (name, slug)
        self.filters = replace(public.parse({name: [slug]}), as_of=moment)

    def of(self, kind: str, limit: int) -> list[Published]:
        return public.page(replace(self.filters, kind=kind, limit=limit)).documents

    def up_to(self, day: date, limit: int) -> list[Published]:
        """Entries of every kind that are not ahead of this day."""
        return public.page(replace(self.filters, end=day, limit=limit)).documents

    def addresses(self, links: Links) -> dict[str, str]:
        """Where all of them are on the timeline, and all of each kind."""
        return {
            "all": links.timeline(self.filter),
            **{kind: links.timeline(("kind", kind), self.filter) for kind in Kind.values},
        }
