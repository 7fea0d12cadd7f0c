"""All actors or topics that the standing record names, and how often."""

from dataclasses import dataclass

import orjson

from events.log import Tag
from events.public.names.tags import in_use
from events.public.versions.moments import Moment, seq_at
from events.vocabulary import Facet


@dataclass(frozen=True)
class Named:
    """`name`: by language. `entries`: how many name it in a role or on a topic today; None for the
    record of an earlier moment, where they are not counted."""

    slug: str
    name: dict[str, str]
    entries: int | None


def roster(facet: str, as_of: Moment | None = None) -> list[Named]:
    """Everything of a facet (`Facet.RECORD` or `Facet.TOPIC`) that a standing entry names."""
    counting = Facet.ACTOR if facet == Facet.RECORD else facet
    tags = Tag.objects.filter(facet__in={facet, counting}).order_by("slug")
    rows = list(tags.values_list("id", "facet", "slug", "label", "standing"))
    counts = {slug: standing for _id, of, slug, _label, standing in rows if of == counting}
    listed = [(number, slug, label, n) for number, of, slug, label, n in rows if of == facet]
    if as_of is None:
        return [
            Named(slug, orjson.loads(label), counts.get(slug, 0))
            for _number, slug, label, standing in listed
            if standing
        ]
    then = in_use([number for number, *_rest in listed], seq_at(as_of))
    return [
        Named(slug, orjson.loads(label), None)
        for number, slug, label, _standing in listed
        if number in then
    ]
