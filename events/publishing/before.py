"""What entries that are published again have said of their actors."""

from collections.abc import Mapping

from django.utils import timezone

from events.documents.rendering import Before, with_facts
from events.log import Version
from events.publishing.said import said


def before_of(latest: Mapping[int, Version]) -> dict[int, Before]:
    """By primary key, what each of these entries says of its actors in the version that was the
    last to be published of it, which may have been withdrawn since."""
    rows = {
        key: document["actors"] for key, version in latest.items() if (document := said(version))
    }
    slugs = {row["represents"] for said in rows.values() for row in said if row["represents"]}
    actors = {actor.slug: actor for actor in with_facts(slug__in=slugs)} if slugs else {}
    today = timezone.localdate()
    return {key: Before(said, actors, today) for key, said in rows.items()}
