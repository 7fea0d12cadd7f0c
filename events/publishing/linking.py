"""Which entry has an address, and which had it when a document named it by that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import BigIntegerField, Value

from events.documents.linking import with_ids, without_id
from events.documents.shapes import Document
from events.log import STANDS, RedactedAddress, Version
from events.publishing.batches import batches


def holders(slugs: Iterable[str]) -> dict[str, int]:
    """By slug, the primary key of the entry that was the last to be published under it, or that had
    it until it was redacted."""
    wanted = set(slugs)
    by_digest = {digest: slug for slug in wanted for digest in RedactedAddress.digests(slug)}
    found: dict[str, int] = {}
    for batch in batches(sorted(by_digest)):
        some = {by_digest[digest] for digest in batch}
        versions = Version.objects.order_by().filter(slug__in=some)
        redacted = RedactedAddress.objects.order_by().filter(digest__in=batch)
        # In one statement, because both are asked for at each publication.
        rows = versions.values_list("seq", "slug", "entry").union(
            redacted.annotate(seq=Value(0, BigIntegerField())).values_list("seq", "digest", "entry")
        )
        for _seq, name, entry in sorted(rows):
            found[by_digest.get(name, name)] = entry
    return found


def is_redacted(slug: str) -> bool:
    """Is it an address that was redacted?"""
    return RedactedAddress.objects.filter(digest__in=RedactedAddress.digests(slug)).exists()


def slugs_of(ids: Iterable[str]) -> dict[str, str]:
    """By id, the slugs under which these entries stand."""
    wanted = set(ids)
    if not wanted:
        return {}
    versions = Version.objects.filter(uid__in=wanted, index__superseded_by=STANDS)
    return {str(uid): slug for uid, slug in versions.values_list("uid", "slug")}


def identified(documents: Mapping[int, Document]) -> dict[int, Document]:
    """Documents, by the seq of their version, with the ids of the entries that they name by slug
    alone: documents of before ids were kept.

    The slug is that of the entry that had been published under it last; of one that was still to be
    published under it, because the desk knew it by that already, if there was none.
    """
    lacking = {seq: without_id(document) for seq, document in documents.items()}
    held = _held(set().union(*lacking.values()))
    found = dict(documents)
    for seq, slugs in lacking.items():
        if slugs:
            ids = {slug: _holder_at(seq, held[slug]) for slug in slugs if slug in held}
            found[seq] = with_ids(documents[seq], ids)
    return found


def _held(slugs: set[str]) -> dict[str, list[tuple[int, str]]]:
    """By slug, every version that was published under it, as its seq and the id of its entry."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for batch in batches(sorted(slugs)):
        versions = Version.objects.filter(slug__in=batch).order_by("seq")
        for slug, seq, uid in versions.values_list("slug", "seq", "uid"):
            found[slug].append((seq, str(uid)))
    return found


def _holder_at(seq: int, held: Sequence[tuple[int, str]]) -> str:
    before = [uid for version, uid in held if version < seq]
    return before[-1] if before else held[0][1]
