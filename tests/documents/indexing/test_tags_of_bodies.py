"""Whom those who take part represent, and what members of bodies have to do with it."""

import pytest

from events import public, publishing
from events.documents import indexing
from events.models import Membership
from tests.documents.tagged import FROM_FORMAT, GERMANY, POLAND, tags
from tests.record import Record

pytestmark = pytest.mark.django_db


record = Record()


def test_who_gave_something_for_somebody_then_still_did() -> None:
    envoy = record.person("envoy", represents="germany")
    entry = record.commitment(publish=False)
    record.called(entry, "envoy", domain="air", stage="announced")
    publishing.publish(entry)
    envoy.represents = record.actor("poland")
    envoy.save()
    publishing.republish(envoy)
    document = public.entry("promise").document
    found = {name.slug for name in indexing.tags(document) if name.facet == "takes-part"}
    assert found == {"DE/contributor/germany", "DE/in:air/germany", "DE/confirmed/germany"}


@pytest.mark.parametrize(
    ("until", "takes_part"),
    [
        ("2026-01-07", True),
        ("2026-01-06", True),  # on the very day
        ("2026-01-05", False),
        ("2026-01", True),
        ("2025-12", False),
        ("2026-01-06/..", True),
        ("", True),
    ],
)
def test_who_left_a_coalition_before_its_commitment_takes_no_part(
    until: str, takes_part: bool
) -> None:
    coalition = record.coalition("willing")
    Membership.objects.create(
        body=coalition, actor=record.actor("france"), role="member", until=until
    )
    entry = record.commitment(actors=["willing"], date="2026-01-06/2026-02", publish=False)
    members = {slug for facet, slug in tags(entry) if slug.endswith("/member/france")}
    assert members == ({"FR/member/france"} if takes_part else set())


def test_who_left_may_have_taken_part_in_what_has_no_known_beginning() -> None:
    coalition = record.coalition("willing")
    Membership.objects.create(
        body=coalition, actor=record.actor("france"), role="member", until="2001"
    )
    entry = record.commitment(actors=["willing"], date="../2026-02", publish=False)
    assert ("takes-part", "FR/member/france") in tags(entry)


def test_a_country_is_found_by_those_who_represent_it_in_their_role() -> None:
    record.person("envoy", represents="germany")
    entry = record.summit(publish=False)
    record.part(entry, "envoy", "chair")
    envoy = '{"en":"Envoy","de":"Envoy (de)"}'
    assert tags(entry) == {
        ("record", "envoy"): envoy,
        ("record", "germany"): GERMANY,
        ("actor", "envoy"): envoy,
        ("actor", "germany"): GERMANY,
        ("actor-role", "envoy/chair"): "",
        ("actor-role", "germany/chair"): "",
        ("role", "chair"): "",
        ("status", "planned"): "",
        **FROM_FORMAT,
    }


def test_whom_somebody_represents_elsewhere_is_carried_and_takes_no_part() -> None:
    record.person("envoy", represents="germany")
    entry = record.development(publish=False)
    record.part(entry, "envoy", "involved", represents=record.actor("poland"))
    found = tags(entry)
    assert {slug for facet, slug in found if facet == "actor"} == {"envoy", "poland"}
    assert {slug: label for (facet, slug), label in found.items() if facet == "record"} == {
        "envoy": '{"en":"Envoy","de":"Envoy (de)"}',
        "poland": POLAND,
        "germany": GERMANY,
    }
    assert {slug for facet, slug in found if facet == "actor-role"} == {
        "envoy/involved",
        "poland/involved",
    }


def test_members_of_a_coalition_are_carried_and_take_no_part() -> None:
    record.coalition("willing", france="lead", germany="member")
    found = tags(record.commitment(actors=["willing"], publish=False))
    assert {slug for facet, slug in found if facet == "record"} == {"willing", "france", "germany"}
    assert {slug for facet, slug in found if facet == "actor"} == {"willing"}
    assert {slug for facet, slug in found if facet == "actor-role"} == {"willing/party"}


def test_in_what_an_organisation_promises_its_members_take_no_part() -> None:
    Membership.objects.create(body=record.actor("eu"), actor=record.actor("france"))
    found = tags(record.commitment(actors=["eu"], publish=False))
    assert [slug for facet, slug in found if facet == "takes-part"] == ["/party/eu"]
    assert ("record", "france") in found
