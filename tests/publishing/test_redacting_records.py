"""Redacting records of reference data: by their sort, everywhere, and for good."""

from typing import Any

import orjson
import pytest

from events import publishing
from events.log import Version
from events.models import Entry
from events.publishing import CannotRedact, Why
from events.vocabulary import Ground
from tests.publishing.test_redacting import confirm_derived
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY = Why(Ground.PERSONAL_DATA, {"en": "A private person asked for it."})


def newest(entry: Entry) -> Any:
    return orjson.loads(Version.objects.filter(entry=entry.pk).latest("seq").document or "")


def renew() -> None:
    france = record.actor("france")
    france.description_en = "Changed."
    france.save()
    publishing.republish(france)


@pytest.mark.parametrize("slug", ["land", "peace", "force"])
def test_a_record_of_another_sort_keeps_the_same_short_name(slug: str) -> None:
    person = record.person(slug, represents="france")
    entry = record.commitment("promise", domains=["land"], topics=["force"], actors=[slug])
    before = newest(entry)

    done = publishing.redact(publishing.of_reference(person), WHY)

    after = newest(entry)
    for name in ("domains", "domain_records", "processes", "process_records", "topics"):
        assert after[name] == before[name]
    assert f"redacted-{str(done.uid)[:8]}" in [one["slug"] for one in after["actors"]]
    assert slug not in [one["slug"] for one in after["actors"] + after["actor_records"]]
    confirm_derived()


def test_a_source_goes_and_an_actor_of_its_name_stays() -> None:
    source = record.source("nato")
    entry = record.commitment("promise", domains=["land"], actors=["nato"], source="nato")
    record.called(entry, "nato", stage="announced", source=source)
    publishing.publish(entry)

    done = publishing.redact(publishing.of_reference(source), WHY)

    after, name = newest(entry), f"redacted-{str(done.uid)[:8]}"
    assert [one["actor"] for one in after["roll_call"]] == ["nato"]
    assert {one["slug"] for one in after["actors"]} == {"nato"}
    assert {one["source"] for one in after["roll_call"]} == {name}
    assert [one["slug"] for one in after["sources"]] == [name]


def test_numbers_in_registers_go_with_a_source() -> None:
    source = record.source("other")
    source.urn, source.doi = "urn:nbn:de:101:1-2019", "10.1000/182"
    source.save()
    entry = record.development("event", source="other")

    publishing.redact(publishing.of_reference(source), WHY)

    [cited] = newest(entry)["sources"]
    assert (cited["urn"], cited["doi"], cited["languages"]) == (None, None, ["de"])


@pytest.mark.parametrize(
    "part",
    [
        *("actors", "actors/france/name", "actors/france/slug", "actor_records", "topics/*/name"),
        *("sources/report/title", "sources/*/slug", "process_records", "figures/*/label"),
        *("speakers", "roll_call/*/actor", "format_record"),
    ],
)
def test_a_part_that_a_renewal_would_bring_back_is_refused(part: str) -> None:
    entry = record.development("event", actors=["france"], topics=["force"])

    with pytest.raises(CannotRedact, match=f"“{part}” is reference data".replace("*", r"\*")):
        publishing.redact(publishing.in_entry(entry, [part]), WHY)

    assert Version.objects.count() == 1


@pytest.mark.parametrize("part", ["sources", "sources/report", "sources/*/quote"])
def test_what_an_entry_says_of_a_source_stays_away_when_it_is_renewed(part: str) -> None:
    entry = record.development("event", actors=["france"])
    entry.citations.update(quote="Quastenflosser", locator="p. 7")
    publishing.publish(entry)

    publishing.redact(publishing.in_entry(entry, [part]), WHY)
    title = newest(entry)["sources"][0]["title"]
    renew()

    [cited] = newest(entry)["sources"]
    assert (cited["quote"], cited["title"]) == ("[redacted]", title)
    assert title != "[redacted]"
    assert cited["locator"] == ("p. 7" if part.endswith("quote") else "[redacted]")
