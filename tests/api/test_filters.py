"""What the filters of lists find."""

import pytest

from events import publishing
from events.models import Entry
from events.vocabulary import Kind
from tests.api.addresses import LISTS, publish_everything


@pytest.fixture
def codes(entries, record):
    """What the actors of the entries are called in registers, from now on."""
    for slug, country, register in (("germany", "DE", "Q183"), ("france", "FR", "Q142")):
        actor = record.actor(slug)
        actor.country = country
        actor.save()
        actor.identifiers.create(scheme="wikidata", value=register)
        if slug == "france":
            actor.identifiers.create(scheme="iso", value="FRA")
    russia = record.actor("russia")
    russia.country = "RU"
    russia.save()
    for entry in Entry.objects.exclude(slug="draft"):
        publishing.publish(entry)


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, "against berlin for paris shuttle troops who"),
        ({"kind": "position"}, "against for"),
        ({"kind": "commitment"}, "troops"),
        ({"process": "other"}, "shuttle"),
        ({"process": "peace"}, "against berlin for paris troops who"),
        ({"actor": "france"}, "paris troops"),
        # Those who represent it are found with it.
        ({"actor": "germany"}, "berlin for paris troops who"),
        ({"actor": "merz"}, "for paris"),
        ({"actor": ["france", "germany"]}, "paris troops"),
        ({"actor": ["france", "russia"]}, ""),
        ({"role": "holder"}, "against for"),
        ({"role": "speaker"}, "for"),
        ({"role": "host"}, ""),
        ({"attendance": "absent"}, ""),
        ({"actor": "germany", "role": "speaker"}, "for"),
        ({"actor": "germany", "role": "participant"}, "berlin paris"),
        ({"actor": ["france", "germany"], "role": "participant"}, "paris"),
        ({"topic": "force"}, "against paris troops who"),
        ({"topic": "force", "actor": "russia"}, "against"),
        ({"stance": "opposes"}, "against"),
        ({"stance": "undecided"}, ""),
        ({"status": "held"}, "berlin"),
        ({"status": "open"}, "troops who"),
        ({"firmness": "agreed"}, "troops"),
        ({"firmness": "floated"}, ""),
        ({"domain": "land"}, "troops"),
        # What somebody gives to it is in that domain, though all of it is not.
        ({"domain": "training"}, "troops"),
        ({"domain": "training", "actor": "russia"}, ""),
        ({"format": "talks"}, "berlin"),
        ({"format": "summit", "kind": "summit"}, "paris"),
        ({"domain": "sea", "firmness": "agreed", "actor": "france"}, "troops"),
        ({"year": "2026"}, "paris who"),
        ({"year": "2025"}, "against berlin for shuttle troops"),
        ({"year": "2025", "to": "2025-10-31"}, "against for troops"),
        ({"year": "9999"}, ""),
        ({"from": "2026-01-06"}, "paris shuttle who"),
        ({"to": "2025-09-01"}, "against troops"),
        ({"from": "2025-09-30", "to": "2025-10-01"}, "against for troops"),
        ({"from": "2025-12-01", "to": "2025-12-31"}, "berlin shuttle"),
        # Of about 15 December, it is certain that it was from the 12th to the 18th.
        ({"from": "2025-12-01", "to": "2025-12-31", "when": "certain"}, "berlin shuttle"),
        ({"from": "2025-12-12", "to": "2025-12-18", "when": "certain"}, "berlin shuttle"),
        ({"from": "2025-12-13", "to": "2025-12-18", "when": "certain"}, "shuttle"),
        ({"from": "2025-12-18", "to": "2025-12-18", "when": "possible"}, "berlin shuttle"),
        ({"from": "2025-12-19", "to": "2025-12-31", "when": "possible"}, "shuttle"),
        ({"to": "2025-12-11"}, "against for shuttle troops"),
        # By the end of November it had been, and nobody knows since when.
        ({"to": "2025-11-30", "when": "certain"}, "against for shuttle troops"),
        ({"to": "2025-11-29", "when": "certain"}, "for shuttle troops"),
        ({"to": "2025-11-29", "when": "possible"}, "against for shuttle troops"),
        ({"from": "2025-11-30", "when": "certain"}, "berlin paris shuttle who"),
        ({"from": "2025-11-30", "when": "possible"}, "against berlin paris shuttle who"),
        ({"from": "2025-12-01", "when": "possible"}, "berlin paris shuttle who"),
        # A month is one day of it.
        ({"from": "2025-09-01", "to": "2025-09-30", "when": "certain"}, "troops"),
        ({"from": "2025-09-01", "to": "2025-09-29", "when": "certain"}, ""),
        ({"kind": "position", "from": "2025-09-01", "when": "certain"}, "for"),
        ({"q": "title", "from": "2025-09-30", "when": "certain", "topic": "talks"}, "for paris"),
        ({"from": "2025-11-30", "when": ""}, "against berlin paris shuttle who"),
        ({"q": "PARIS"}, "paris"),
        ({"q": "title"}, "against berlin for paris shuttle troops who"),
        ({"q": "russia title"}, "against shuttle"),
        ({"q": "nowhere"}, ""),
        ({"kind": "position", "topic": "force", "stance": "opposes", "q": "russ"}, "against"),
        # Forms send empty values.
        # Any of several, and all that are repeated.
        ({"kind": "summit,question"}, "berlin paris who"),
        ({"process": "other,peace"}, "all"),
        ({"actor": "russia,france"}, "against paris shuttle troops"),
        ({"actor": ["russia,france", "germany"]}, "paris troops"),
        ({"topic": ["talks,force", "force"]}, "against paris troops who"),
        ({"topic": ["talks", "force"]}, "paris"),
        ({"actor": "france,germany", "role": "holder,speaker"}, "for"),
        ({"role": "holder,participant"}, "against berlin for paris"),
        ({"status": "held,planned"}, "berlin paris"),
        ({"stance": "opposes,supports", "kind": "position"}, "against for"),
        ({"stance": "opposes,undecided"}, "against"),
        # By code, also through who represents it.
        ({"actor": "DE"}, "berlin for paris troops who"),
        ({"actor": "Q142"}, "paris troops"),
        ({"actor": "DE,Q142"}, "berlin for paris troops who"),
        ({"actor": ["DE", "FR"]}, "paris troops"),
        ({"actor": "FRA"}, "paris troops"),
        ({"country": "FR"}, "paris troops"),
        ({"country": "FR,RU", "topic": "force"}, "against paris troops"),
        ({"country": ["FR", "DE"]}, "paris troops"),
        # By month and year.
        ({"from": "2025-12", "to": "2025-12"}, "berlin shuttle"),
        ({"from": "2026"}, "paris shuttle who"),
        ({"to": "2025-09", "when": "possible"}, "against troops"),
        ({"kind": "", "topic": " ", "q": "", "from": "", "limit": ""}, "all"),
    ],
)
def test_what_a_filter_finds(slugs, codes, params, expected):
    everything = "against berlin for paris shuttle troops who"
    expected = everything if expected == "all" else expected

    assert sorted(slugs(**params)) == expected.split()


@pytest.mark.usefixtures("entries")
def test_the_order_is_that_of_the_dates(slugs):
    newest = ["who", "paris", "berlin", "against", "shuttle", "for", "troops"]

    assert slugs() == newest
    assert slugs(order="newest") == newest
    assert slugs(order="oldest") == newest[::-1]


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("kind", Kind.values)
def test_a_kind_has_a_list_of_its_own(slugs, get, kind, record):
    record.overview(actors=["germany"])
    record.walk(actors=["germany"])
    assert slugs(f"{kind}s/") == slugs(kind=kind) != []
    assert slugs(f"{kind}s/", q="title", actor="germany") == slugs(kind=kind, actor="germany")
    assert list(get(f"{kind}s/", kind=kind).json()["errors"]) == ["kind"]


def test_as_many_actors_as_may_be_named(slugs, record):
    names = [f"actor-{number}" for number in range(50)]
    record.summit("crowd", actors=names)

    assert slugs(actor=names, role="participant") == ["crowd"]


@pytest.mark.parametrize("value", ["certain", "possible"])
@pytest.mark.parametrize("path", ["entries/", *(f"{kind}s/" for kind in Kind.values)])
def test_without_a_window_nothing_is_certain(get, db, path, value):
    response = get(path, when=value)
    with_year = get(path, when=value, year="2026")

    said = ["This goes with a window of days: give “from” or “to”, too."]
    assert response.status_code == with_year.status_code == 400
    assert response.json()["errors"] == with_year.json()["errors"] == {"when": said}
    # Of a window that is wrong, nothing else is.
    wrong = get(path, when=value, **{"from": "x"})
    assert wrong.json()["errors"].keys() == {"from"}


@pytest.mark.parametrize("path", LISTS)
def test_a_page_is_as_long_as_is_asked_for(get, record, path):
    publish_everything(record)

    assert len(get(path, limit=1).json()["results"]) == 1
    assert get(path, limit=200).json()["next"] is None


@pytest.mark.django_db
def test_whoever_was_absent_did_not_attend(get, record):
    """A role at a meeting does not say that somebody was there."""
    berlin, oslo = (record.summit(slug, actors=[], publish=False) for slug in ("berlin", "oslo"))
    record.person("envoy", represents="russia")
    record.part(berlin, "russia", "participant", status="absent")
    record.part(oslo, "envoy", "participant", status="attended")
    for meeting in (berlin, oslo):
        publishing.publish(meeting)

    def found(**filters):
        return sorted(one["slug"] for one in get("summits/", **filters).json()["results"])

    assert found(actor="russia", role="participant") == ["berlin", "oslo"]
    assert found(actor="russia", attendance="attended") == ["oslo"]
    assert found(actor="russia", attendance="absent") == ["berlin"]
    assert found(attendance="declined") == []


def test_what_was_published_for_the_last_time_in_a_stretch_of_time(slugs, record, clock):
    with clock("2026-01-05T23:30Z"):
        first = record.development("first")
    with clock("2026-01-06T12:00Z"):
        record.development("second")
    with clock("2026-02-01T12:00Z"):
        first.title_en = "Another"
        first.save()
        publishing.publish(first)

    assert slugs(updated="2026-01-05") == []
    assert slugs(updated="2026-01-06") == slugs(updated="2026-01") == ["second"]
    assert slugs(updated="2026-01-06T12:00Z/2026-01-31") == ["second"]
    assert slugs(updated="2026-01-07/..") == ["first"]
    assert sorted(slugs(updated="../2026-02-01")) == ["first", "second"]


def test_what_was_committed_at_a_meeting(slugs, record):
    meeting = record.summit("meeting")
    record.commitment("promise", made_at=meeting)
    record.commitment("other")

    assert (
        slugs(made_at="meeting") == slugs("commitments/", made_at=str(meeting.uid)) == ["promise"]
    )
    assert slugs(made_at="promise") == []
