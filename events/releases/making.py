"""Making a release: the files of the record as it is now, frozen under a name."""

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from events import public
from events.documents.shapes import SHAPE
from events.feeds import tables
from events.log import (
    NOW,
    PIECE,
    RELEASE_NAME,
    Redaction,
    Release,
    ReleasePiece,
    Version,
)
from events.public import LATEST
from events.releases import codebook, contents, differences
from events.releases.describing import MadeFile, described

DOCUMENTS = "entries.ndjson"
DIFFERENCES = "differences.ndjson"
PACKAGE = "datapackage.json"
SUMS = "SHA256SUMS"
CSV = "text/csv"
NDJSON = "application/x-ndjson"
LINES_AT_ONCE = 500

# Hears of each file, by its path, before it is made.
Watch = Callable[[str], None]


class CannotRelease(Exception):
    """Why there can be no such release, in words."""


def make(name: str, *, by: User | None = None, watch: Watch = lambda _path: None) -> Release:
    """Freeze the record as it is now. Raises `CannotRelease`: the name cannot be one or is taken,
    or nothing has been published."""
    if not re.fullmatch(RELEASE_NAME, name) or name == LATEST:
        message = _("“%(name)s” cannot be the name of a release. Write it like 2026-11-27 or v1.0.")
        raise CannotRelease(message % {"name": name})
    _confirm_free(name)
    kept = public.kept()
    if kept.published_at is None:
        raise CannotRelease(_("Nothing has been published, so there is nothing to release."))
    previous = Release.objects.order_by("-pk").first()
    if previous and not previous.pieces.exists():
        message = _(
            "The files of “%(name)s” are being made anew after a redaction. Try again then."
        )
        raise CannotRelease(message % {"name": previous.name})
    moment = public.Moment(public.timestamp(kept.published_at), kept.published_at)
    release = Release(name=name, seq=kept.seq, of=kept.published_at, shape=SHAPE)
    release.previous, release.made_by = previous, by
    with TemporaryDirectory(prefix="record-release-") as folder:
        made = _Making(Path(folder), release, moment, watch)
        made.write()
        try:
            with transaction.atomic():
                release.made_at = NOW
                made.store()
        except IntegrityError:
            _confirm_free(name)
            raise
    release.refresh_from_db()
    return release


def remake(watch: Watch = lambda _path: None) -> list[Release]:
    """Make the files of those releases anew that a redaction has taken away."""
    done = []
    there = ReleasePiece.objects.values("release")
    for release in Release.objects.exclude(pk__in=there).order_by("pk"):
        # A redaction can have put its time right.
        release.of = Version.objects.values_list("published_at", flat=True).get(pk=release.seq)
        moment = public.Moment(public.timestamp(release.of), release.of)
        with TemporaryDirectory(prefix="record-release-") as folder:
            made = _Making(Path(folder), release, moment, watch)
            made.write()
            with transaction.atomic():
                release.redaction = Redaction.objects.order_by("-pk").first()
                release.remade_at = NOW
                made.store()
        release.refresh_from_db()
        done.append(release)
    return done


def _confirm_free(name: str) -> None:
    if Release.objects.filter(name=name).exists():
        message = _(
            "“%(name)s” is the name of a release already, and stays its name: take another."
        )
        raise CannotRelease(message % {"name": name})


class _Making:
    """The files of one release, made in a folder first."""

    def __init__(self, folder: Path, release: Release, moment: public.Moment, watch: Watch) -> None:
        self.folder, self.release, self.moment, self.watch = folder, release, moment, watch
        self.files: list[MadeFile] = []

    def write(self) -> None:
        for table, rows in contents.every_table(self.moment):
            counted = _Counted(rows)
            lines = (line.encode() for line in tables.lines(table, counted))
            self._file(f"{table.name}.csv", CSV, lines, table=table, counted=counted)
        self._file(DOCUMENTS, NDJSON, (text + b"\n" for text in self._documents()))
        if self.release.previous:
            self._file(DIFFERENCES, NDJSON, self._differences())
        for language, text in codebook.every_language(self._tables):
            self._file(f"codebook.{language}.md", "text/markdown", [text.encode()])
        package = described(self.release.name, self.moment, self.release.seq, self.files)
        self._file(PACKAGE, "application/json", [package])
        sums = "".join(f"{file.sha256}  {file.path}\n" for file in self.files)
        self._file(SUMS, "text/plain", [sums.encode()])
        self._archive()

    @property
    def _tables(self) -> list[tables.DataTable]:
        return [file.table for file in self.files if file.table]

    def store(self) -> None:
        """In a transaction of the caller's."""
        self.release.files = [file.facts for file in self.files]
        self.release.save()
        for file in self.files:
            with (self.folder / file.path).open("rb") as read:
                for number, data in enumerate(_pieces_of(read)):
                    ReleasePiece.objects.create(
                        release=self.release, path=file.path, number=number, data=data
                    )

    def _documents(self) -> Iterable[bytes]:
        return contents.documents(self.moment)

    def _differences(self) -> Iterator[bytes]:
        previous = self.release.previous
        assert previous is not None
        numbers = dict.fromkeys((outcome.value for outcome in differences.Outcome), 0)

        def before() -> Iterator[bytes]:
            return public.release_lines(previous, DOCUMENTS)

        def now() -> Iterator[bytes]:
            with (self.folder / DOCUMENTS).open("rb") as read:
                for line in read:
                    yield line.rstrip(b"\n")

        for found in differences.between(before, now):
            numbers[found.outcome] += 1
            yield found.line()
        self.release.changed = numbers

    def _file(
        self,
        path: str,
        media_type: str,
        lines: Iterable[bytes],
        *,
        table: tables.DataTable | None = None,
        counted: "_Counted | None" = None,
    ) -> None:
        self.watch(path)
        digest, size = hashlib.sha256(), 0
        left = iter(lines)
        with (self.folder / path).open("wb") as written:
            while piece := b"".join(islice(left, LINES_AT_ONCE)):
                written.write(piece)
                digest.update(piece)
                size += len(piece)
        rows = counted.number if counted else None
        self.files.append(MadeFile(path, media_type, size, digest.hexdigest(), table, rows))

    def _archive(self) -> None:
        """All of it in one file. The times in it are that of the record, so that the same record
        gives the same bytes."""
        path = f"{self.release.name}.zip"
        when = self.moment.until.astimezone(UTC).timetuple()[:6]
        with zipfile.ZipFile(self.folder / path, "w") as archive:
            for file in self.files:
                entry = zipfile.ZipInfo(f"{self.release.name}/{file.path}", when)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                with (self.folder / file.path).open("rb") as read, archive.open(entry, "w") as into:
                    for piece in _pieces_of(read):
                        into.write(piece)
        self.watch(path)
        with (self.folder / path).open("rb") as read:
            digest = hashlib.file_digest(read, "sha256").hexdigest()
        size = (self.folder / path).stat().st_size
        self.files.append(MadeFile(path, "application/zip", size, digest))


def _pieces_of(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


class _Counted:
    """Rows as they come, and how many there were."""

    def __init__(self, rows: Iterable[tables.Row]) -> None:
        self.rows, self.number = rows, 0

    def __iter__(self) -> Iterator[tables.Row]:
        for row in self.rows:
            self.number += 1
            yield row
