"""What the lists of a filter form offer, and the entries that other entries name."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

import orjson
from django.db import connection
from django.db.models import Q

from events.documents.shapes import Published, Texts
from events.log import STANDS, Tag, Version, VersionIndex
from events.public.names.tags import in_use
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import PublishedVersion, decoded, read, served
from events.vocabulary import Facet

NO_LIMITS: Mapping[str, int] = MappingProxyType({})


def choices(
    facets: Collection[str],
    as_of: Moment | None = None,
    most: Mapping[str, int] = NO_LIMITS,
) -> dict[str, dict[str, Texts]]:
    """By facet and slug, the names by language of everything that a standing entry names. `most`:
    of these facets only so many, those named most today."""
    of = Q(facet__in=[facet for facet in facets if facet not in most])
    for facet, number in most.items():
        used = Tag.objects.filter(facet=facet, standing__gt=0).order_by("-standing", "slug")
        of |= Q(pk__in=used.values("pk")[:number])
    tags = Tag.objects.filter(of).order_by("slug")
    if as_of is None:
        tags = tags.filter(standing__gt=0)
    rows = list(tags.values_list("id", "facet", "slug", "label"))
    if as_of is not None:
        stood = in_use([tag for tag, *_names in rows], seq_at(as_of))
        rows = [row for row in rows if row[0] in stood]
    found: dict[str, dict[str, Texts]] = {facet: {} for facet in facets}
    for _tag, facet, slug, label in rows:
        found[facet][slug] = orjson.loads(label)
    return found


def labels(facets: Collection[str], slugs: Collection[str]) -> dict[str, dict[str, Texts]]:
    """By facet and slug, the names by language of whatever has one of these slugs."""
    found: dict[str, dict[str, Texts]] = {facet: {} for facet in facets}
    if slugs:
        tags = Tag.objects.filter(facet__in=facets, slug__in=slugs)
        for facet, slug, label in tags.values_list("facet", "slug", "label"):
            found[facet][slug] = orjson.loads(label)
    return found


def pages_of(actors: Collection[str]) -> set[str]:
    """Those of these actors that have a page: a standing entry carries their record. Takes a query
    only if there are any."""
    if not actors:
        return set()
    tags = Tag.objects.filter(facet=Facet.RECORD, slug__in=actors, standing__gt=0)
    return set(tags.values_list("slug", flat=True))


def addressed(slugs: Collection[str], as_of: Moment | None = None) -> dict[str, Published]:
    """By slug, the documents of those entries that stand under it, or stood then."""
    if not slugs:
        return {}
    standing, params = standing_at(seq_at(as_of) if as_of else None)
    document, join = served("i.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.slug, {document} FROM {VersionIndex._meta.db_table} i{join}"
            f" WHERE i.slug IN ({', '.join(['%s'] * len(slugs))}) AND {standing}",
            [*slugs, *params],
        )
        return {slug: decoded(text) for slug, text in cursor.fetchall()}


def named(ids: Collection[str], as_of: Moment | None = None) -> dict[str, Published]:
    """By id, the documents of those of these entries that stand, or stood then."""
    if not ids:
        return {}
    versions = Version.objects.filter(uid__in=ids)
    if as_of is None:
        standing = versions.filter(index__superseded_by=STANDS)
    else:
        seq = seq_at(as_of)
        standing = versions.filter(seq__lte=seq, index__superseded_by__gt=seq)
    found = read(standing)
    return {str(one.uid): one.document for one in found if isinstance(one, PublishedVersion)}
