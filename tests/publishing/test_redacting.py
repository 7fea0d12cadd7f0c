"""Redactions: what they change, what they leave, and what the database refuses."""

from typing import Any

import orjson
import pytest

from events import publishing
from events.log import (
    MonthCount,
    Redaction,
    StanceIndex,
    Tag,
    Version,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
)
from events.models import Entry
from events.publishing import CannotRedact, Why
from events.vocabulary import Ground
from tests.log.derived_by import derived_models
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY = Why(Ground.PERSONAL_DATA, {"en": "A private person asked for it."})
STUB = {"en": "[redacted]", "de": "[geschwärzt]"}
SECRET = "Zanzibarfisch"


def rows() -> dict[str, list[Any]]:
    """All that is derived, apart from the numbers of rows that are written anew."""
    found = {}
    for model in derived_models():
        columns = [
            column.attname
            for column in model._meta.concrete_fields
            if not (column.primary_key and column.get_internal_type() == "BigAutoField")
        ]
        values = model._default_manager.values_list(*columns)
        if model is MonthCount:
            values = values.exclude(number=0)
        found[model.__name__] = sorted(map(repr, values))
    return found


def confirm_derived() -> None:
    """A rebuild makes just what there is."""
    before = rows()
    for _done in publishing.rebuild():
        pass
    assert rows() == before


def two_versions() -> Entry:
    entry = record.position("stand", holder="france", topic="force", title_en=f"The {SECRET}")
    record.development("other", actors=["france"])
    entry.title_en = "The fish"
    entry.summary_en = f"No {SECRET} here."
    entry.save()
    publishing.publish(entry, note={"en": f"Was {SECRET}."})
    return entry


def documents(entry: Entry) -> list[Any]:
    texts = (
        Version.objects.filter(entry=entry.pk).order_by("seq").values_list("document", flat=True)
    )
    return [orjson.loads(text) if text else None for text in texts]


def test_parts_of_all_versions() -> None:
    entry = two_versions()

    done = publishing.redact(publishing.in_entry(entry, ["title", "summary", "note"]), WHY)

    first, second, third = documents(entry)
    assert [one["title"] for one in (first, second, third)] == [STUB, STUB, STUB]
    assert [one["summary"] for one in (first, second, third)] == [{}, STUB, STUB]
    assert second["version"]["note"] == STUB
    assert third["version"] == {**third["version"], "number": 3, "seq": 4, "note": WHY.reason}
    assert (done.seq, done.ground, done.told, done.erased) == (4, "personal-data", WHY.reason, True)
    last = Version.objects.get(pk=4)
    assert (last.action, last.redaction, last.told) == ("redacted", None, WHY.reason)
    assert [row.redaction for row in Version.objects.filter(pk__in=[1, 3])] == [done, done]
    assert Version.objects.get(pk=2).redaction is None
    confirm_derived()


def test_all_of_an_entry_ends_it_and_leaves_when_it_was_and_of_what_kind() -> None:
    entry = two_versions()
    date = documents(entry)[0]["date"]

    publishing.redact(publishing.in_entry(entry, ["all"]), WHY)

    first, _second, last = documents(entry)
    assert last is None
    assert {key: first[key] for key in ("kind", "date", "actors", "sources", "title")} == {
        "kind": "position",
        "date": date,
        "actors": [],
        "sources": [],
        "title": STUB,
    }
    assert publishing.standing(entry) is None
    assert not Word.objects.filter(text__contains=SECRET.lower()).exists()
    assert StanceIndex.objects.count() == 0
    assert list(MonthCount.objects.filter(kind="position").values_list("number", flat=True)) == [0]
    confirm_derived()


def test_one_version_alone_leaves_the_others() -> None:
    entry = two_versions()

    publishing.redact(publishing.in_entry(entry, ["title"], [1]), WHY)

    assert [one["title"]["en"] for one in documents(entry)] == ["[redacted]", *["The fish"] * 2]
    standing = publishing.standing(entry)
    assert standing is not None
    assert (standing.number, standing.action) == (3, "redacted")
    confirm_derived()


def test_what_is_only_closed_stays_in_the_log_and_is_shown_to_nobody() -> None:
    entry = two_versions()
    kept = documents(entry)[0]

    closed = Why(Ground.COURT_ORDER, {"en": "A court decides."}, erase=False)
    publishing.redact(publishing.in_entry(entry, ["title"], [1]), closed)

    assert documents(entry)[0] == kept
    assert orjson.loads(VersionUpgrade.objects.get(pk=1).document)["title"] == STUB
    assert not VersionText.objects.filter(pk=1).extra(where=["words IS NULL"]).exists()
    assert not Word.objects.filter(text=SECRET.lower()).count() > 1
    confirm_derived()
    assert orjson.loads(VersionUpgrade.objects.get(pk=1).document)["title"] == STUB


def test_a_person_goes_from_every_document_with_the_short_name() -> None:
    person = record.person("hans-zanzibarfisch", represents="france", office_en=f"Boss of {SECRET}")
    record.alias("hans-zanzibarfisch", f"H. {SECRET}")
    record.position("stand", holder="france", topic="force", speaker="hans-zanzibarfisch")
    record.summit("meeting", actors=["hans-zanzibarfisch"])
    record.development("other", actors=["france"])

    done = publishing.redact(publishing.of_reference(person), WHY)

    assert [row.version_id for row in done.versions.all()] == [1, 2]
    for text in Version.objects.values_list("document", flat=True):
        assert "anzibarfisch" not in (text or "")
    name = f"redacted-{str(done.uid)[:8]}"
    document = orjson.loads(Version.objects.get(pk=1).document or "")
    assert document["speakers"] == [name]
    assert {one["slug"]: one["name"] for one in document["actor_records"]}[name] == STUB
    assert not Tag.objects.filter(slug__contains="zanzibarfisch").exists()
    assert not Word.objects.filter(text__contains="zanzibarfisch").exists()
    confirm_derived()


def test_an_address_goes_from_what_links_to_it_as_well() -> None:
    meeting = record.summit(
        "zanzibarfisch-meets", title_en="They meet", title_de="Sie treffen sich"
    )
    record.summit("next", follows=meeting)

    done = publishing.redact(publishing.in_entry(meeting, ["slug"]), WHY)

    assert not Version.objects.filter(document__contains="zanzibarfisch-meets").exists()
    assert not Version.objects.filter(slug__contains="zanzibarfisch").exists()
    assert not VersionIndex.objects.filter(slug__contains="zanzibarfisch").exists()
    assert orjson.loads(Version.objects.get(pk=4).document or "")["follows"] == {
        "id": str(meeting.uid),
        "slug": f"redacted-{str(done.uid)[:8]}",
    }
    confirm_derived()


def test_a_withdrawn_entry_can_be_redacted_and_stays_away() -> None:
    entry = two_versions()
    publishing.withdraw(entry, note=f"Because of {SECRET}.")

    publishing.redact(publishing.in_entry(entry, ["all"]), WHY)

    assert publishing.standing(entry) is None
    assert not Version.objects.filter(notes__contains=SECRET).exists()
    assert Version.objects.get(pk=5).action == "redacted"
    confirm_derived()
    again = publishing.publish(entry)
    assert (again.number, again.action) == (5, "published")


@pytest.mark.parametrize(
    ("parts", "numbers", "message"),
    [
        (["titel"], None, "No version has anything at “titel”. There are: all, note, title, "),
        (["rank"], None, "No version has anything at “rank”"),
        (["sources/*/quote"], None, "No version has anything at “sources/.*/quote”"),
        (["all"], [4], "“The fish” has no version 4; it has versions 1 to 2."),
        (["slug"], [1], "The address of an entry is redacted in all of its versions."),
        ([], None, "Say which parts are to be redacted, or “all”."),
    ],
)
def test_what_cannot_be_redacted(parts: list[str], numbers: list[int], message: str) -> None:
    entry = two_versions()

    with pytest.raises(CannotRedact, match=message):
        publishing.redact(publishing.in_entry(entry, parts, numbers), WHY)

    assert (Redaction.objects.count(), Version.objects.count()) == (0, 3)


def test_a_draft_has_nothing_to_redact() -> None:
    entry = record.development("draft", publish=False)

    with pytest.raises(CannotRedact, match="was never published"):
        publishing.redact(publishing.in_entry(entry, ["all"]), WHY)


def test_what_is_redacted_already_is_told_and_nothing_is_written() -> None:
    entry = two_versions()
    publishing.redact(publishing.in_entry(entry, ["title"]), WHY)

    with pytest.raises(CannotRedact, match="All of that has been redacted already: title"):
        publishing.redact(publishing.in_entry(entry, ["title"]), WHY)

    assert (Redaction.objects.count(), Version.objects.count()) == (1, 4)
    publishing.redact(publishing.in_entry(entry, ["all"]), WHY)
    with pytest.raises(CannotRedact, match="All of that has been redacted already: all"):
        publishing.redact(publishing.in_entry(entry, ["all"]), WHY)


@pytest.mark.parametrize(
    ("ground", "reason", "message"),
    [
        ("", {"en": "x"}, "“” is no ground of a redaction. There are: court-order, personal-data"),
        ("clock", {"en": "x"}, "“clock” is no ground"),
        ("mistake", {}, "Readers need a reason."),
        ("mistake", {"en": " "}, "Readers need a reason."),
    ],
)
def test_why_has_to_be_said(ground: str, reason: dict[str, str], message: str) -> None:
    with pytest.raises(CannotRedact, match=message):
        publishing.confirm_why(ground, reason)
