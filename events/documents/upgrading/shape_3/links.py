"""Links between entries: an id beside the slug, and several earlier commitments instead of one."""

from events.documents.upgrading.stored import Stored

LINKS = ("follows", "made_at", "answered_by")


def name_entries_by_id(document: Stored) -> None:
    """Which entry had the slug then, the document does not say: a rebuild reads that off the log
    (`events.publishing.linking`)."""
    for member in LINKS:
        if slug := document.get(member):
            document[member] = {"id": None, "slug": slug}
    if "restates" in document:
        earlier = document["restates"]
        document["restates"] = [{"id": None, **earlier}] if earlier else []
