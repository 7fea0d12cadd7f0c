"""Actors by the codes that others give them: ISO 3166-1 and Wikidata."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from events.log import Tag
from events.public.asking.programs import Programs
from events.public.names.references import ACTORS, records
from events.public.versions.kept import kept
from events.vocabulary import ActorKind, Facet, IdentifierScheme

BY = (IdentifierScheme.WIKIDATA, IdentifierScheme.ISO)


def actors_coded(codes: Collection[str]) -> dict[str, str]:
    """The slugs of the actors with these codes, of those that standing entries name."""
    known = _known(kept().state)
    return {code: known[code] for code in codes if code in known}


PROGRAMS = Programs(actors_coded)


# Made anew when something was published: whoever asks by codes asks for many pages in one state.
@lru_cache(maxsize=1)
def _known(state: str) -> Mapping[str, str]:
    tags = Tag.objects.filter(facet=Facet.RECORD, standing__gt=0)
    known: dict[str, str] = {}
    for record in records(ACTORS, list(tags.values_list("slug", flat=True))):
        told = [one["value"] for one in record["identifiers"] if one["scheme"] in BY]
        if record["kind"] == ActorKind.COUNTRY and record["country"]:
            told.append(record["country"])
        known |= {code: record["slug"] for code in told if code not in known}
    return known
