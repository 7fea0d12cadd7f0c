"""Links between entries outlast their addresses: by ids, also where only a slug was published."""

from typing import Any

import orjson
import pytest

from events import public, publishing
from events.documents.shapes import SHAPE
from events.documents.upgrading import chain
from events.documents.upgrading.shape_2 import shape_2
from events.documents.upgrading.shape_3.links import name_entries_by_id
from events.models import Restated, Version
from events.publishing.linking import holders, identified, slugs_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def rename(entry: Any, slug: str) -> Version:
    entry.slug = slug
    entry.save()
    return publishing.publish(entry)


def document(slug: str) -> Any:
    return public.entry(slug).document


def link(entry: Any, slug: str) -> dict[str, str]:
    return {"id": str(entry.uid), "slug": slug}


def test_renaming_an_entry_renews_its_slug_in_what_names_it_and_nothing_else() -> None:
    berlin = record.summit("berlin")
    paris = record.summit("paris", follows=berlin)
    record.commitment("promise", made_at=berlin)
    record.development("elsewhere")
    paris.title_en = "Not yet public"
    paris.save()
    before = document("paris")

    rename(berlin, "berlin-december")

    after = document("paris")
    assert after["follows"] == link(berlin, "berlin-december")
    assert {**after, "version": None} == {
        **before,
        "follows": link(berlin, "berlin-december"),
        "version": None,
    }
    assert document("promise")["made_at"] == link(berlin, "berlin-december")
    numbers = {slug: document(slug)["version"]["number"] for slug in ("paris", "promise")}
    assert numbers == {"paris": 2, "promise": 2}
    assert document("elsewhere")["version"]["number"] == 1


def test_what_contradicts_a_renamed_entry_has_its_new_slug() -> None:
    claim = record.development("claim")
    denial = record.development("denial", publish=False)
    record.contradiction(denial, claim)
    publishing.publish(denial)

    rename(claim, "first-claim")

    assert document("denial")["contradicts"] == [link(claim, "first-claim")]


def test_publishing_again_what_names_a_renamed_entry_changes_nothing() -> None:
    berlin = record.summit("berlin")
    paris = record.summit("paris", follows=berlin)
    rename(berlin, "berlin-december")

    assert publishing.publish(paris).number == 2


def test_a_link_has_the_slug_that_readers_know_and_not_that_of_a_draft() -> None:
    berlin = record.summit("berlin")
    berlin.slug = "not-yet-public"
    berlin.save()

    record.summit("paris", follows=berlin)

    assert document("paris")["follows"] == link(berlin, "berlin")


def test_renaming_reference_data_leaves_links_as_they_are() -> None:
    berlin = record.summit("berlin")
    record.summit("paris", follows=berlin, actors=["france"])
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()

    publishing.republish(france)

    assert document("paris")["follows"] == link(berlin, "berlin")


def test_renaming_in_a_batch() -> None:
    one, two = record.commitment("one"), record.commitment("two")
    both = record.commitment("both", restates=one, publish=False)
    Restated.objects.create(later=both, commitment=two, how="softens")
    publishing.publish(both)
    for entry in (one, two):
        entry.slug = f"{entry.slug}-again"
        entry.save()

    list(publishing.publish_many([one, two, both]))

    assert [named["slug"] for named in document("both")["restates"]] == ["one-again", "two-again"]
    assert document("both")["version"]["number"] == 2


def test_who_was_the_last_to_be_published_under_a_slug(slugs_pass_on: None) -> None:
    first = record.development("news")
    rename(first, "old-news")
    second = record.development("news")
    publishing.withdraw(second)

    assert holders(["news", "old-news", "never"]) == {"news": second.pk, "old-news": first.pk}
    assert slugs_of([str(first.uid), str(second.uid)]) == {str(first.uid): "old-news"}
    assert slugs_of([]) == {}


def older(text: str) -> str:
    """A document as shape 2 had it: links by slug, and one earlier commitment."""
    stored = orjson.loads(text) | {"shape": 2}
    for member in ("follows", "made_at", "answered_by"):
        if stored.get(member):
            stored[member] = stored[member]["slug"]
    if "restates" in stored:
        [earlier] = stored["restates"] or [None]
        stored["restates"] = earlier and {"slug": earlier["slug"], "how": earlier["how"]}
    return orjson.dumps(stored).decode()


def test_a_rebuild_reads_off_the_log_which_entry_had_a_slug_then(
    slugs_pass_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address of a meeting passed on to a development, and what named it by that."""

    def only_links(document: Any) -> Any:
        name_entries_by_id(document)
        return document

    # Whatever else has changed in that shape, and since, is no matter of this test.
    steps = (shape_2, only_links, *(lambda document: document for _step in chain.STEPS[2:]))
    monkeypatch.setattr(chain, "STEPS", steps)
    with monkeypatch.context() as before:
        append_older(before)
        berlin = record.summit("berlin")
        record.summit("paris", follows=berlin)
        rename(berlin, "berlin-december")
        news = record.development("berlin")
        record.question("unclear", answered_by=news)
        promise = record.commitment("promise")
        record.commitment("again", restates=promise, restatement="softens")
        renamed = record.development("draft")
        renamed.slug = "later"
        renamed.save()
        record.question("asked", answered_by=renamed)
        publishing.publish(renamed)

    list(publishing.rebuild())

    assert document("paris")["follows"] == link(berlin, "berlin")
    assert document("unclear")["answered_by"] == link(news, "berlin")
    assert document("again")["restates"] == [{**link(promise, "promise"), "how": "softens"}]
    assert document("asked")["answered_by"] == link(renamed, "draft")
    assert document("paris")["shape"] == SHAPE
    followers = public.naming("follows", str(berlin.uid))
    assert [one["slug"] for one in followers] == ["paris"]


def append_older(patch: pytest.MonkeyPatch) -> None:
    """Publish as the release before did."""
    from events.publishing import appending

    complete = appending.complete
    patch.setattr(appending, "complete", lambda body, version: older(complete(body, version)))


def asked(slug: str) -> Any:
    """A question as before ids were kept."""
    return {"kind": "question", "answered_by": {"id": None, "slug": slug}, "contradicts": []}


def test_a_slug_that_nothing_ever_had_stays_without_an_id() -> None:
    found = asked("nothing")

    assert identified({7: found}) == {7: found}


def test_a_slug_of_which_the_log_knows_only_later_is_that_of_the_first_to_get_it() -> None:
    answer = record.development("answer")
    found = asked("answer")

    assert identified({0: found}) == {0: {**found, "answered_by": link(answer, "answer")}}
