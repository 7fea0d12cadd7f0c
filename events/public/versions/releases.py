"""Releases to be read: which there are, and their files, piece by piece."""

from collections.abc import Iterator

from django.db.models import Count, Max

from events.log import Release, ReleasePiece
from events.public.versions.entries import Missing

# The name that stands for the newest one.
LATEST = "latest"


class NoRelease(Missing):
    """There is no such release, or no such file in it."""


class BeingRemade(Exception):
    """A redaction has changed what is in it, and its files are made anew."""


def releases(limit: int, before: int | None = None) -> tuple[list[Release], int | None]:
    """Up to `limit` releases with a number below `before`, the newest first, and the number before
    which the next ones are."""
    rows = Release.objects.select_related("previous")
    found = list(rows.filter(pk__lt=before)[: limit + 1] if before else rows[: limit + 1])
    more = len(found) > limit
    del found[limit:]
    return found, found[-1].pk if more else None


def releases_state() -> str:
    """What names the releases that there are, and when their files were made."""
    found = Release.objects.aggregate(number=Count("pk"), remade=Max("remade_at"))
    remade = found["remade"]
    return f"releases-{found['number']}-{remade.timestamp() if remade else 0:.0f}"


def release(name: str) -> Release:
    """Raises `NoRelease`."""
    every = Release.objects.select_related("previous")
    if name == LATEST:
        found = every.first()
    else:
        found = every.filter(name=name).first() if "\0" not in name else None
    if found is None:
        raise NoRelease(name)
    return found


def release_file(of: Release, path: str) -> Iterator[bytes]:
    """The bytes of a file in pieces, read one by one. Raises `NoRelease` and `BeingRemade` at
    once."""
    if not any(file["path"] == path for file in of.files):
        raise NoRelease(path)
    pieces = ReleasePiece.objects.filter(release=of)
    keys = list(pieces.filter(path=path).order_by("number").values_list("pk", flat=True))
    # A file can be empty, as when nothing has changed.
    if not keys and not pieces.exists():
        raise BeingRemade(of.name)
    return _read(keys)


def release_lines(of: Release, path: str) -> Iterator[bytes]:
    """The lines of a file without their ends. Raises as `release_file` does."""
    return _lines(release_file(of, path))


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    left = b""
    for piece in pieces:
        *lines, left = (left + piece).split(b"\n")
        yield from lines
    if left:
        yield left


def _read(keys: list[int]) -> Iterator[bytes]:
    for key in keys:
        # Gone, if a redaction took it away while it was sent: the file ends there, too short.
        for data in ReleasePiece.objects.filter(pk=key).values_list("data", flat=True):
            yield bytes(data)
