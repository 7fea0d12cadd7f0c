"""Which topics belong to a wider one, as the record stood."""

from collections.abc import Collection

import orjson
from django.db.models import Q

from events.documents.shapes import Texts
from events.log import Tag
from events.public.names.tags import in_use
from events.public.versions.moments import Moment, seq_at
from events.vocabulary import Facet


def narrower(wider: Collection[str], as_of: Moment | None = None) -> dict[str, Texts]:
    """The topics that belong to one of these, at any level, by slug with their names: those that a
    standing entry is on."""
    if not wider:
        return {}
    below = Q(*(("slug__startswith", f"{slug}/") for slug in wider), _connector=Q.OR)
    tags = Tag.objects.filter(below, facet=Facet.NARROWER).order_by("slug")
    if as_of is None:
        rows = list(tags.filter(standing__gt=0).values_list("slug", "label"))
    else:
        known = {key: row for key, *row in tags.values_list("id", "slug", "label")}
        rows = [(known[key][0], known[key][1]) for key in in_use(known, seq_at(as_of))]
    return {slug.partition("/")[2]: orjson.loads(label) for slug, label in rows}
