"""What entries that are published again have said of their actors."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from events.documents.rendering import Before, with_facts
from events.log import Version
from events.publishing.said import said, with_upgrades
from events.vocabulary import Action


def before_of(entries: Iterable[int], standing: Mapping[int, Version]) -> dict[int, Before]:
    """By primary key, what each of these entries says of its actors in its standing version or, if
    it was withdrawn, said in the one before that. An entry that was never public is left out."""
    latest = dict(standing)
    withdrawn = with_upgrades(Version.objects.all()).filter(
        entry__in=[key for key in entries if key not in standing], action=Action.PUBLISHED
    )
    latest |= {version.entry_id: version for version in withdrawn.order_by("number")}
    rows = {
        key: document["actors"] for key, version in latest.items() if (document := said(version))
    }
    slugs = {row["represents"] for said in rows.values() for row in said if row["represents"]}
    actors = {actor.slug: actor for actor in with_facts().filter(slug__in=slugs)} if slugs else {}
    today = timezone.localdate()
    return {key: Before(said, actors, today) for key, said in rows.items()}
