"""What is derived from documents, as rows: tags and words are added once, the rest per version."""

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.documents.indexing import PlaceInList, TagName, TimeOfStance
from events.log.versions import STANDS, StanceIndex, Tag, VersionIndex, VersionText, Word
from events.models import Version
from events.publishing.batches import BATCH
from events.publishing.derived import Derived, Dictionary, derive, write
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

FRANCE = TagName("actor", "france")
FORCE = TagName("topic", "force")


def derived(tags=None, words=(), stances=()):
    place = PlaceInList(None, None, None, None, early=True, sort=7, month=202601)
    held = (set(words), " ".join(words), list(stances))
    return Derived("one", "position", place, tags or {}, *held, None)


def known_tags():
    return {(tag.facet, tag.slug): tag.label for tag in Tag.objects.all()}


def known_words():
    return set(Word.objects.values_list("text", flat=True))


def test_what_is_new_is_added_and_numbered():
    dictionary = Dictionary([derived({FRANCE: "{}", FORCE: "F"}, ["a", "b"]), derived({}, ["c"])])
    assert (Tag.objects.count(), Word.objects.count()) == (0, 0)
    dictionary.write()
    assert known_tags() == {("actor", "france"): "{}", ("topic", "force"): "F"}
    assert known_words() == {"a", "b", "c"}
    for name in (FRANCE, FORCE):
        assert dictionary.number(*name) == Tag.objects.get(facet=name.facet, slug=name.slug).pk


def test_what_is_known_keeps_its_number_and_is_not_added_again():
    Dictionary([derived({FRANCE: "{}"}, ["a"])]).write()
    number = Tag.objects.get().pk
    again = Dictionary([derived({FRANCE: "{}"}, ["a", "b"])])
    assert again.new_words == {"b"}
    again.write()
    assert (again.number(*FRANCE), Tag.objects.count()) == (number, 1)
    assert known_words() == {"a", "b"}


def test_nothing_new_costs_no_writing():
    Dictionary([derived({FRANCE: "{}"}, ["a"])]).write()
    dictionary = Dictionary([derived({FRANCE: "{}"}, ["a"])])
    with CaptureQueriesContext(connection) as context:
        dictionary.write()
    assert len(context) == 0


def test_one_slug_in_several_facets_is_several_tags():
    same = TagName("record", "france")
    dictionary = Dictionary([derived({FRANCE: "one"})])
    dictionary.write()
    dictionary = Dictionary([derived({same: "two"})])
    dictionary.write()
    assert known_tags() == {("actor", "france"): "one", ("record", "france"): "two"}
    assert list(dictionary.tags) == [same]


def test_the_newest_label_wins():
    Dictionary([derived({FRANCE: "old", FORCE: "stays"})]).write()
    Dictionary([derived({FRANCE: "newer"}), derived({FRANCE: "newest"})]).write()
    assert known_tags() == {("actor", "france"): "newest", ("topic", "force"): "stays"}


def test_what_somebody_else_added_meanwhile_is_taken():
    dictionary = Dictionary([derived({FRANCE: "mine"}, ["a"])])
    theirs = Tag.objects.create(facet="actor", slug="france", label="theirs")
    Word.objects.create(text="a")
    dictionary.write()
    assert dictionary.number(*FRANCE) == theirs.pk
    assert known_tags() == {("actor", "france"): "mine"}


def test_more_than_a_batch():
    count = 2 * BATCH + 1
    names = {TagName("topic", f"t{number}"): "" for number in range(count)}
    words = {f"w{number}" for number in range(count)}
    Dictionary([derived(names, words)]).write()
    assert (Tag.objects.count(), Word.objects.count()) == (count, count)
    again = Dictionary([derived(names, words)])
    assert again.tags.keys() == names.keys()
    assert again.new_words == set()


def test_rows_of_a_version():
    record.position("stand", date="2026-01", rank=2, stance="opposes")
    version = Version.objects.get()
    row = VersionIndex.objects.get()
    item = derive(orjson.loads(version.document), version.entry_id)
    assert (row.pk, row.entry, row.slug, row.kind) == (1, version.entry_id, "stand", "position")
    assert item.place == tuple(getattr(row, name) for name in PlaceInList._fields)
    assert row.superseded_by == STANDS
    numbers = {TagName(tag.facet, tag.slug): tag.pk for tag in Tag.objects.all()}
    assert numbers.keys() == item.tags.keys()
    assert row.tags == sorted(numbers.values())
    assert known_words() == item.words
    [held] = item.stances
    assert held[:3] == ("france", "force", "opposes")
    assert item.time_of_stance
    columns = ("version", "actor", "topic", "stance", "cell", "sort", *TimeOfStance._fields)
    assert list(StanceIndex.objects.values_list(*columns)) == [
        (1, numbers[FRANCE], numbers[FORCE], "opposes", held.cell, row.sort, *item.time_of_stance)
    ]


def test_what_is_no_position_has_no_row_of_stances():
    record.development("event", actors=["france"], topics=["force"])
    version = Version.objects.get()
    item = derive(orjson.loads(version.document), version.entry_id)
    assert (item.stances, item.time_of_stance) == ([], None)
    assert not StanceIndex.objects.exists()


def test_in_a_rebuild_versions_end_where_they_ended():
    entry = record.position("stand")
    entry.stance = "opposes"
    entry.save()
    publishing.publish(entry)
    before = list(VersionIndex.objects.order_by("pk").values())
    versions = list(Version.objects.order_by("seq"))
    for model in (StanceIndex, VersionText, VersionIndex):
        model.objects.all().delete()
    items = [(v, derive(orjson.loads(v.document), v.entry_id)) for v in versions]
    write(items, Dictionary(item for _version, item in items), {1: 2})
    assert list(VersionIndex.objects.order_by("pk").values()) == before
    assert [row["superseded_by"] for row in before] == [2, STANDS]
    stances = StanceIndex.objects.order_by("version").values_list("version", "stance")
    assert list(stances) == [(1, "supports"), (2, "opposes")]
