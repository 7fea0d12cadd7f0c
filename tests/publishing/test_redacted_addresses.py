"""An address that was redacted stays without an entry, though it is written nowhere."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test.utils import override_settings

from events import desk, publishing
from events.log import RedactedAddress
from events.models import Entry
from events.publishing.linking import holders
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}
REFUSED = "The address “hans-scandal” was redacted, so nothing is published under it."


@pytest.fixture
def gone() -> Entry:
    """An entry that had two addresses, and has none any more that says anything."""
    entry = record.development("hans-first", publish=False)
    desk.publish(entry)
    entry.slug = "hans-scandal"
    entry.save()
    desk.publish(entry)
    desk.redact(entry, parts=["all", "slug"], **WHY)
    entry.refresh_from_db()
    return entry


def test_no_other_entry_is_published_under_it(gone: Entry) -> None:
    other = record.development("hans-scandal", publish=False)

    with pytest.raises(publishing.NotPublishable) as refusal:
        publishing.publish(other)

    assert list(map(str, refusal.value.problems)) == [REFUSED]
    assert desk.where_is(["hans-first"]) == []


def test_nor_under_one_of_before(gone: Entry) -> None:
    other = record.development("hans-first", publish=False)
    [(_entry, outcome)] = publishing.publish_many([other])

    assert isinstance(outcome, publishing.NotPublishable)


def test_nor_by_whoever_was_quicker_than_the_redaction(gone: Entry, monkeypatch: Any) -> None:
    """Who has asked before the redaction is told when it writes."""
    other = record.development("hans-scandal", publish=False)
    with monkeypatch.context() as patch:
        patch.setattr("events.publishing.checks.holders", lambda slugs: {})
        with pytest.raises(publishing.NotPublishable, match="was redacted"):
            publishing.publish(other)


def test_nobody_finds_it_by_trying_with_another_key(gone: Entry) -> None:
    [*kept] = RedactedAddress.objects.values_list("digest", flat=True)
    assert len(kept) == 2
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        assert not {*RedactedAddress.digests("hans-scandal")} & {*kept}


def test_a_key_of_before_is_enough(gone: Entry, settings: Any) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    with pytest.raises(publishing.NotPublishable, match="was redacted"):
        publishing.publish(record.development("hans-scandal", publish=False))


def test_the_entry_itself_may_have_it_again(gone: Entry) -> None:
    gone.slug = "hans-scandal"
    gone.title_en, gone.title_de = "Said otherwise", "Anders gesagt"
    gone.save()
    assert publishing.publish(gone).slug == "hans-scandal"


def test_it_is_asked_for_in_no_statement_more(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert holders(["hans-scandal", "other"]) == {}


def test_a_rebuild_leaves_it(gone: Entry) -> None:
    call_command("rebuild")
    assert RedactedAddress.objects.count() == 2
