"""Each text that a record has had on the desk is on record, whichever way it was saved."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import desk
from events.desk import RecordChanges
from events.desk.plain import plain
from events.desk.rights import kind_of
from events.desk.structure import SECTIONS
from events.importing import load
from events.models import AuditLine, Entry, Snapshot, Topic
from tests.desk.accounts import account
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
FIXTURE = Path("fixtures/ukraine-peace.yaml")


def kept(thing: Any) -> list[tuple[str, User | None, dict[str, Any]]]:
    return [(one.occasion, one.by, one.record) for one in Snapshot.objects.filter(key=thing.pk)]


def save(thing: Any, by: Any = None, **values: Any) -> None:
    def write() -> RecordChanges:
        for name, value in values.items():
            setattr(thing, name, value)
        thing.save()
        return RecordChanges(tuple(values))

    desk.save(thing, by=by, write=write)


def test_what_is_added_is_kept_whole() -> None:
    editor = account("editor")

    save(Topic(slug="force"), editor, name_en="Force", name_de="Truppe")

    topic = Topic.objects.get()
    said = {"slug": "force", "name": {"en": "Force", "de": "Truppe"}}
    assert kept(topic) == [("saved", editor, said)]
    assert Snapshot.objects.get().line == AuditLine.objects.get()


def test_what_was_there_before_texts_were_kept_is_kept_first() -> None:
    topic = record.topic("force")
    before = plain(topic)

    save(topic, name_en="Another")
    save(topic, name_en="A third")

    occasions = [one.occasion for one in Snapshot.objects.all()]
    assert occasions == ["found", "saved", "saved"]
    assert Snapshot.objects.all()[0].record == before
    assert [one.record["name"]["en"] for one in Snapshot.objects.all()][1:] == [
        "Another",
        "A third",
    ]


def test_nothing_is_kept_where_nothing_has_changed() -> None:
    desk.save(record.topic("force"), write=RecordChanges)

    assert [one.occasion for one in Snapshot.objects.all()] == ["found"]


def test_what_a_file_writes_is_kept_as_the_desk_has_it() -> None:
    load(FIXTURE)

    kept_texts = {(one.kind, one.key): one.record for one in Snapshot.objects.all()}
    things: list[Any] = [
        thing
        for model in SECTIONS.values()
        for thing in model._default_manager.filter(slug__in=slugs_in(kept_texts.values()))
    ]
    assert len(kept_texts) > 60
    found = {(kind_of(thing), thing.pk): plain(thing) for thing in things}
    assert {key: found[key] for key in kept_texts} == kept_texts


def slugs_in(texts: Any) -> set[str]:
    return {text["slug"] for text in texts}


def written(folder: Path, text: str) -> Path:
    path = folder / "x.yaml"
    path.write_text(text)
    return path


def test_a_file_of_many_records_asks_no_more_for_their_texts_than_one_of_few(
    tmp_path: Path,
) -> None:
    asked = []
    for many in (3, 30):
        text = "".join(f"  t{many}-{n}:\n    name: {{en: T{n}}}\n" for n in range(many))
        with CaptureQueriesContext(connection) as queries:
            load(written(tmp_path, f"topics:\n{text}"))
        told = [query["sql"] for query in queries if "events_snapshot" in query["sql"]]
        asked.append(len(told))

    assert asked == [1, 1]


def test_a_file_that_changes_a_record_keeps_what_it_was(tmp_path: Path) -> None:
    topic = record.topic("force")

    load(written(tmp_path, "topics:\n  force:\n    name: {en: Other}\n"))

    assert [(one.occasion, one.record["name"]["en"]) for one in Snapshot.objects.all()] == [
        ("found", topic.name_en),
        ("saved", "Other"),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events_snapshot",
        "UPDATE events_snapshot SET text = '{}'",
        "UPDATE events_snapshot SET occasion = 'merged'",
    ],
)
def test_a_text_on_record_is_never_changed(statement: str) -> None:
    save(Topic(slug="force"), name_en="Force")

    refusal = "snapshots are never changed or deleted"
    with pytest.raises(Exception, match=refusal), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_text_that_was_written_can_be_written_again() -> None:
    load(FIXTURE)
    before = {entry.slug: plain(entry) for entry in Entry.objects.all()}

    for entry in Entry.objects.all():
        text = Snapshot.objects.filter(kind=entry.kind, key=entry.pk).latest("pk")
        desk.records.restore(entry, text.record)

    assert {entry.slug: plain(entry) for entry in Entry.objects.all()} == before
    assert not Snapshot.objects.filter(occasion="restored").exists()
