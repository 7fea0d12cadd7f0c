import csv
import hashlib
import io
import re
import zipfile
from datetime import timedelta
from typing import Any

import orjson
import pytest
from django.utils import timezone

from events import desk, public, publishing, releases
from events.models import ReleasePiece
from events.releases import CannotRelease
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY: dict[str, Any] = {"ground": "mistake", "reason": {"en": "A slip.", "de": "Ein Versehen."}}


def read(release, path):
    return b"".join(public.release_file(public.release(release.name), path))


def rows(release, path):
    return list(csv.DictReader(io.StringIO(read(release, path).decode(), newline="")))


def differences(release):
    lines = read(release, "differences.ndjson").splitlines()
    return [
        {name: value for name, value in orjson.loads(line).items() if name in NAMED}
        for line in lines
    ]


NAMED = ("change", "slug", "fields")


@pytest.fixture
def stand():
    record.summit("paris", date="2026-01-06", actors=["france"])
    return record.position("stand", title_en="France agrees", stance="supports")


def test_a_release_has_a_table_of_each_kind_and_of_what_entries_name(stand):
    release = releases.make("v1")

    assert [file["path"] for file in release.files] == [
        *("summits.csv", "commitments.csv", "positions.csv", "developments.csv", "questions.csv"),
        *("overviews.csv", "walks.csv", "actors.csv", "topics.csv", "processes.csv"),
        *("sources.csv", "roll-call.csv", "matrix.csv", "entries.ndjson"),
        *("codebook.en.md", "codebook.de.md", "datapackage.json", "SHA256SUMS", "v1.zip"),
    ]
    [position] = rows(release, "positions.csv")
    assert (position["slug"], position["title.en"]) == ("stand", "France agrees")
    assert [row["slug"] for row in rows(release, "summits.csv")] == ["paris"]
    [cell] = rows(release, "matrix.csv")
    assert (cell["actor"], cell["stance"], cell["entry.slug"]) == ("france", "supports", "stand")
    assert (release.seq, release.previous, release.changed) == (public.last_seq(), None, {})


def test_sizes_and_digests_are_those_of_the_files(stand):
    release = releases.make("v1")

    for file in release.files:
        data = read(release, file["path"])
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    sums = dict(
        line.split("  ")[::-1] for line in read(release, "SHA256SUMS").decode().splitlines()
    )
    told = {file["path"]: file["sha256"] for file in release.files[:-2]}
    assert sums == told
    with zipfile.ZipFile(io.BytesIO(read(release, "v1.zip"))) as archive:
        assert archive.namelist() == [f"v1/{file['path']}" for file in release.files[:-1]]
        assert archive.read("v1/matrix.csv") == read(release, "matrix.csv")


def test_a_long_file_is_kept_in_pieces(stand, monkeypatch):
    monkeypatch.setattr("events.releases.making.PIECE", 100)
    release = releases.make("v1")

    pieces = ReleasePiece.objects.filter(release=release, path="entries.ndjson")
    size = next(file["bytes"] for file in release.files if file["path"] == "entries.ndjson")
    assert pieces.count() == -(-size // 100)
    assert len(read(release, "entries.ndjson")) == size


def test_made_again_a_day_later_every_byte_is_the_same(stand, monkeypatch):
    first = releases.make("v1")
    ReleasePiece.objects.all().delete()
    now = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(days=1))

    [again] = releases.remake()

    assert again.files == first.files


def test_what_is_published_afterwards_is_not_in_it(stand):
    release = releases.make("v1")
    before = read(release, "entries.ndjson")
    stand.title_en = "France has agreed"
    stand.save()
    publishing.publish(stand)

    assert read(release, "entries.ndjson") == before


def test_differences_say_what_was_added_changed_and_withdrawn(stand):
    gone = record.development("gone")
    releases.make("v1")
    publishing.withdraw(gone)
    stand.title_en = "France has agreed"
    stand.save()
    publishing.publish(stand)
    record.question("new", date="2027")

    release = releases.make("v2")

    assert release.previous.name == "v1"
    assert release.changed == {"added": 1, "changed": 1, "withdrawn": 1}
    assert differences(release) == [
        {"change": "changed", "slug": "stand", "fields": ["title"]},
        {"change": "added", "slug": "new"},
        {"change": "withdrawn", "slug": "gone"},
    ]


def test_a_release_and_the_differences_give_the_next_one(stand):
    gone = record.development("gone")
    before = releases.make("v1")
    publishing.withdraw(gone)
    stand.title_en = "France has agreed"
    stand.save()
    publishing.publish(stand)
    record.question("new")
    release = releases.make("v2")

    documents = read(before, "entries.ndjson").splitlines()
    applied = releases.applied(documents, read(release, "differences.ndjson").splitlines())

    now = read(release, "entries.ndjson").splitlines()
    assert applied == {orjson.loads(line)["id"]: line for line in now}


def test_where_nothing_has_changed_the_differences_say_so(stand):
    releases.make("v1")
    release = releases.make("v2")

    assert release.changed == {"added": 0, "changed": 0, "withdrawn": 0}
    assert read(release, "differences.ndjson") == b""


@pytest.mark.parametrize("name", ["", "V1", "a b", "../x", "-1", "latest", "x" * 61, "é"])
def test_a_name_that_cannot_be_one_is_refused_in_words(stand, name):
    with pytest.raises(CannotRelease, match=re.escape(f"“{name}” cannot be the name of a release")):
        releases.make(name)


def test_a_name_is_never_given_twice(stand):
    releases.make("v1")

    with pytest.raises(CannotRelease, match="“v1” is the name of a release already"):
        releases.make("v1")


def test_nothing_published_is_nothing_to_release():
    with pytest.raises(CannotRelease, match="Nothing has been published"):
        releases.make("v1")


def test_a_redaction_takes_the_files_away_until_they_are_made_anew(stand):
    older = releases.make("v1")
    secret = record.position("secret", title_en="The Quastenflosser")
    release = releases.make("v2")
    last = releases.make("v3")

    desk.redact(secret, parts=["all"], **WHY)

    assert read(older, "positions.csv")
    for touched in (release, last):
        with pytest.raises(public.BeingRemade):
            read(touched, "positions.csv")
    with pytest.raises(CannotRelease, match="made anew after a redaction"):
        releases.make("v4")

    assert [one.name for one in releases.remake()] == ["v2", "v3"]

    for touched in (release, last):
        remade = public.release(touched.name)
        assert (remade.redaction is not None, remade.remade_at is not None) == (True, True)
        assert remade.files != touched.files
        for file in remade.files:
            assert b"Quastenflosser" not in read(remade, file["path"])
    assert public.release("v1").remade_at is None
    assert releases.remake() == []


def normalised(release):
    """The files without what is another each time: ids and times."""
    known: dict[bytes, int] = {}

    def named(match):
        return f"<{known.setdefault(match.group(), len(known))}>".encode()

    pattern = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]{8,}Z"
    digest = hashlib.sha256()
    for file in release.files:
        if file["path"].endswith((".csv", ".ndjson")):
            digest.update(re.sub(pattern, named, read(release, file["path"])))
    return digest.hexdigest()


def test_both_engines_make_the_same_bytes(stand):
    """This test runs on both. The digest is another one for documents of another shape."""
    record.commitment("promise", domains=["land"], deadline="2026-06")
    record.question("unclear", answered_by=record.development("event"))

    assert normalised(releases.make("v1")) == DIGEST


DIGEST = "1a1ee1c7a10b3b3c3b85cb9031acb006e48ea69f90867c5127b0e3ceaac42b85"
