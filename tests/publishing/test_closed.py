"""What is closed to readers can be erased later, and stays closed when something else is erased."""

import orjson
import pytest

from events import publishing
from events.log import Version, VersionIndex, VersionUpgrade
from events.publishing import Why
from events.vocabulary import Ground
from tests.publishing.test_redacting import SECRET, STUB, confirm_derived
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
ERASED = Why(Ground.PERSONAL_DATA, {"en": "A private person asked for it."})
CLOSED = Why(Ground.COURT_ORDER, {"en": "A court decides."}, erase=False)


@pytest.mark.parametrize("part", ["title", "all", "slug"])
def test_it_can_be_erased_later(part: str) -> None:
    entry = record.development(f"the-{SECRET}", title_en=f"The {SECRET}")
    publishing.redact(publishing.in_entry(entry, [part], erase=False), CLOSED)
    assert SECRET in (Version.objects.get(pk=1).document or "")

    publishing.redact(publishing.in_entry(entry, [part]), ERASED)

    document = orjson.loads(Version.objects.get(pk=1).document or "")
    if part == "slug":
        assert document["slug"].startswith("redacted-")
    else:
        assert document["title"] == STUB
    confirm_derived()


def test_it_stays_closed_when_another_part_is_erased() -> None:
    entry = record.development("event", title_en=f"The {SECRET}", summary_en="Sum")
    publishing.redact(publishing.in_entry(entry, ["title"], erase=False), CLOSED)

    publishing.redact(publishing.in_entry(entry, ["summary"]), ERASED)

    document = orjson.loads(Version.objects.get(pk=1).document or "")
    assert (document["title"]["en"], document["summary"]) == (f"The {SECRET}", STUB)
    shown = orjson.loads(VersionUpgrade.objects.get(pk=1).document)
    assert (shown["title"], shown["summary"]) == (STUB, STUB)
    assert VersionIndex.objects.get(pk=1).version.redaction is not None
    confirm_derived()
