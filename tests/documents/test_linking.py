"""The links of a document: which entries it names, by id and by slug."""

from typing import Any

import pytest

from events.documents.linking import links, named_by, with_ids, with_slugs, without_id
from events.documents.rendering import LINKS, link_rows, named_entries
from events.models import KINDS, Commitment, Restated
from events.public import entry as read
from events.vocabulary import OF_EVENTS
from tests.documents.rendered import document_of
from tests.documents.test_reading import one_of_each_kind
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def said(document: Any) -> list[tuple[str, str]]:
    return [(naming, link["slug"]) for naming, link in links(document)]


def test_the_entries_that_an_entry_names() -> None:
    found = {kind: said(document_of(entry)) for kind, entry in one_of_each_kind().items()}
    assert found == {
        "summit": [("follows", "meeting")],
        "commitment": [("made-at", "meeting"), ("restates", "promise")],
        "position": [],
        "development": [],
        "question": [("answered-by", "event")],
    }
    for slug in ("meeting", "promise"):
        assert said(read(slug).document) == []


def test_a_link_has_the_id_that_stays_and_the_slug() -> None:
    first = record.summit("berlin")
    document = read(record.summit("paris", follows=first).slug).document
    assert document["kind"] == "summit"
    assert document["follows"] == {"id": str(first.uid), "slug": "berlin"}
    assert named_by(document) == {str(first.uid)}


def test_several_earlier_commitments_in_the_order_in_which_they_were_written() -> None:
    one, two = record.commitment("one"), record.commitment("two")
    both = record.commitment("both", restates=two, restatement="softens", publish=False)
    Restated.objects.create(later=both, commitment=one, how="replaces")
    document: Any = document_of(both)
    assert document["restates"] == [
        {"id": str(two.uid), "slug": "two", "how": "softens"},
        {"id": str(one.uid), "slug": "one", "how": "replaces"},
    ]
    assert said(document) == [("restates", "two"), ("restates", "one")]
    assert [(named.where, named.entry.slug) for named in named_entries(both)] == [
        (("restates", 0, "commitment"), "two"),
        (("restates", 1, "commitment"), "one"),
    ]


def test_the_desk_and_documents_name_the_same_entries() -> None:
    for kind, entry in one_of_each_kind().items():
        named = said(document_of(entry))
        fields = [link for link in LINKS.get(KINDS[kind], ()) if link not in OF_EVENTS]
        assert [one.where[0] for one in named_entries(entry)] == list(fields)
        assert [one.entry.slug for one in named_entries(entry)] == [slug for _naming, slug in named]
        assert [naming.replace("-", "_") for naming, _slug in named] == list(fields)


def test_the_entries_that_an_entry_contradicts() -> None:
    for kind, entry in one_of_each_kind().items():
        denied = record.development(f"denied-by-{kind}")
        record.contradiction(entry, denied)
        document: Any = document_of(entry)
        assert document["contradicts"] == [{"id": str(denied.uid), "slug": denied.slug}]
        assert said(document)[-1] == ("contradicts", denied.slug)
        last = list(named_entries(entry))[-1]
        assert (last.where, last.entry.pk) == (("contradicts", 0, "contradicted"), denied.pk)


def test_where_links_are_kept() -> None:
    assert link_rows(Commitment, "made_at") == (Commitment, "pk", "made_at")
    assert link_rows(Commitment, "restates") == (Restated, "later", "commitment")


def test_slugs_and_ids_are_put_in_and_the_original_stays_as_it_is() -> None:
    entries = one_of_each_kind()
    document: Any = document_of(entries["commitment"])
    before = [dict(link) for _naming, link in links(document)]
    id_of = {link["slug"]: link["id"] for _naming, link in links(document)}

    moved = with_slugs(document, {id_of["promise"]: "moved"})
    bare: Any = {**document, "made_at": {"id": None, "slug": "meeting"}}

    assert said(moved) == [("made-at", "meeting"), ("restates", "moved")]
    assert without_id(bare) == {"meeting"}
    assert with_ids(bare, {"meeting": id_of["meeting"], "promise": "another"}) == document
    assert with_ids(bare, {}) == bare
    assert [dict(link) for _naming, link in links(document)] == before
