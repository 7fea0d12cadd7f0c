"""All sources that the standing record cites, as a list shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import orjson
from django.db import connection

from events.documents.cited import SourceAsListed, as_listed
from events.log import Tag
from events.public.names.tags import MOST_BRANCHES, newest_with
from events.public.versions.moments import Moment, seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet


@dataclass(frozen=True, slots=True)
class CataloguedSource:
    """`entries`: how many cite it today; None for the record of an earlier moment, where they are
    not counted."""

    slug: str
    shown: SourceAsListed
    entries: int | None


def catalogue(as_of: Moment | None = None) -> list[CataloguedSource]:
    """Every source that a standing entry cites, in the order of the slugs. Two queries; of an
    earlier moment, for which only the documents know, one for each few hundred sources more."""
    if as_of is None:
        tags = Tag.objects.filter(facet=Facet.PUBLICATION, standing__gt=0).order_by("slug")
        return [
            CataloguedSource(slug, orjson.loads(label), standing)
            for slug, label, standing in tags.values_list("slug", "label", "standing")
        ]
    known = Tag.objects.filter(facet=Facet.PUBLICATION).order_by("slug")
    names = dict(known.values_list("id", "slug"))
    return list(_then(names, seq_at(as_of)))


def _then(names: dict[int, str], seq: int) -> Iterator[CataloguedSource]:
    """As the newest documents of that moment say it. `names`: slugs by the number of the tag."""
    tags = list(names)
    for start in range(0, len(tags), MOST_BRANCHES):
        texts = _documents(tags[start : start + MOST_BRANCHES], seq)
        for tag, text in texts:
            slug = names[tag]
            for cited in decoded(text)["sources"]:
                if cited["slug"] == slug:
                    yield CataloguedSource(slug, as_listed(cited), None)


def _documents(tags: Iterable[int], seq: int) -> list[tuple[int, str]]:
    newest, params = newest_with(tags, seq)
    document, join = served("newest.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT newest.tag, {document} FROM ({newest}) newest{join}"
            " WHERE newest.seq IS NOT NULL ORDER BY newest.tag",
            params,
        )
        return list(cursor.fetchall())
