"""What the filters of lists find, and which values they refuse."""

import pytest

from events import publishing
from events.api.entries import OF_ALL
from events.filters import BY_NAME, Choice
from events.vocabulary import Kind
from tests.api.addresses import LISTS, publish_everything


@pytest.fixture
def entries(record):
    record.person("merz", represents="germany")
    record.summit(
        "paris", date="2026-01-06", topics=["force", "talks"], actors=["france", "merz"],
        status="planned",
    )  # fmt: skip
    record.summit("berlin", date="2025-12-15~", actors=["germany"], status="held", format="talks")
    troops = record.commitment(
        "troops", date="2025-09", actors=["france", "germany"], topics=["force"],
        domains=["land", "sea"], firmness="agreed", publish=False,
    )  # fmt: skip
    record.called(troops, "france", domain="training")
    publishing.publish(troops)
    record.position("against", holder="russia", topic="force", stance="opposes", date="../2025-11")
    record.position(
        "for", holder="germany", topic="talks", stance="supports", speaker="merz", date="2025-10-01"
    )
    record.development("shuttle", date="2025-11-15~/..", actors=["russia"], process="other")
    record.question("who", date="2026-01-06", topics=["force"], actors=["germany"], rank=1)
    record.question("draft", topics=["force"], publish=False)


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
        ({"format": "talks", "kind": "commitment"}, ""),
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
        ({"kind": "", "topic": " ", "q": "", "from": "", "limit": ""}, "all"),
    ],
)
def test_what_a_filter_finds(slugs, params, expected):
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
def test_a_kind_has_a_list_of_its_own(slugs, get, kind):
    assert slugs(f"{kind}s/") == slugs(kind=kind) != []
    assert slugs(f"{kind}s/", q="title", actor="germany") == slugs(kind=kind, actor="germany")
    assert list(get(f"{kind}s/", kind=kind).json()["errors"]) == ["kind"]


def test_every_filter_is_tested():
    """Values that no parameter takes, below, stand for those of the contract."""
    assert set(OF_ALL.accepted) == REFUSED.keys()


REFUSED = {
    "seq": ["-1", "x", "1.0", "99"],
    "kind": ["summits", "SUMMIT", "treaty"],
    "process": ["nowhere", "france"],
    "actor": ["nobody", "force", "France"],
    "role": ["boss", "holder,speaker"],
    "attendance": ["there", "ATTENDED"],
    "topic": ["nothing", "france"],
    "stance": ["perhaps"],
    "status": ["pending"],
    "firmness": ["soft", "Agreed"],
    "level": ["kings", "Leaders"],
    "mode": ["remote", "in person"],
    "basis": ["rumoured", "Stated"],
    "domain": ["space", "air", "On land"],
    "format": ["gathering", "land", "call"],
    "year": ["0", "10000", "-5", "26 AD", "٢٠٢٦", "2026-01"],
    "from": [
        "2026",
        "06.01.2026",
        "2026-13-01",
        "2026-02-30",
        "0000-01-01",
        "2026-1-1",
        "2026-W01-1",
    ],
    "to": ["tomorrow", "2026-01-06T00:00:00Z"],
    "when": ["no", "Certain", "certain,possible"],
    "q": ["…", "!?", "x" * 201],
    "as_of": [
        *(
            "2999-01-01",
            "yesterday",
            "2026",
            "2026-01-06T25:00",
            "0000-01-01",
            "2026-W01-1",
            "20260106",
        ),
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-01-06T00:00:00+99:00"),
    ],
    "order": ["random", "-date"],
    "limit": ["0", "201", "abc", "-1", "1.5", "٣", "1" * 5000, "000000200999", "+1", "1_0"],
    "cursor": ["abc", "=", "AAAA", "....", "é", "MTIz", "AP__________8="],
}


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("name", REFUSED)
def test_a_value_that_cannot_be_meant_is_refused_by_name(get, subtests, name):
    for value in [*REFUSED[name], "a\0b", "\0", "x" * 10_000, "'; DROP TABLE events_version; --"]:
        with subtests.test(value[:30]):
            response = get("entries/", **{name: value})

            assert response.status_code == (200 if name == "q" and "DROP" in value else 400)
            if response.status_code == 400:
                errors = response.json()["errors"]
                assert list(errors) == [name]
                assert len(errors[name]) == 1


@pytest.mark.parametrize("name", sorted({*OF_ALL.accepted} - {"actor"}))
def test_what_is_single_is_given_once(get, db, name):
    response = get("entries/", **{name: ["x", "x"]})

    assert "Give this parameter once." in response.json()["errors"][name]


def test_actors_are_not_named_without_end(get, db):
    response = get("entries/", actor=[f"actor-{number}" for number in range(51)])

    assert response.json()["errors"] == {"actor": ["Give at most 50 values."]}


def test_as_many_actors_as_may_be_named(slugs, record):
    names = [f"actor-{number}" for number in range(50)]
    record.summit("crowd", actors=names)

    assert slugs(actor=names, role="participant") == ["crowd"]


def test_more_parameters_than_django_reads(get, db):
    response = get("entries/", actor=[f"actor-{number}" for number in range(1001)])

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_all_that_is_wrong_is_told_at_once(get, db):
    response = get("entries/", limit="0", kind="treaty", sincce="1", **{"from": "x"})

    assert sorted(response.json()["errors"]) == ["from", "kind", "limit", "sincce"]


def test_a_window_that_ends_before_it_begins(get, db):
    response = get("entries/", **{"from": "2026-01-07", "to": "2026-01-06"})

    assert response.json()["errors"] == {"to": ["The window ends before it begins."]}


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


def test_the_values_that_there_are_are_told(get, db):
    errors = get("entries/", kind="treaty", status="lost").json()["errors"]

    kinds = "summit, commitment, position, development, question"
    status = BY_NAME["status"]
    assert isinstance(status, Choice)
    assert errors["kind"] == [f"“treaty” is not one of: {kinds}."]
    assert errors["status"] == [f"“lost” is not one of: {', '.join(status.labels)}."]


@pytest.mark.parametrize("path", LISTS)
def test_a_page_is_as_long_as_is_asked_for(get, record, path):
    publish_everything(record)

    assert len(get(path, limit=1).json()["results"]) == 1
    assert get(path, limit=200).json()["next"] is None


@pytest.mark.parametrize(
    ("path", "name", "message"),
    [
        ("matrix/", "stance", "This address has no filter by stance; it has: process, as_of."),
        ("actors/", "q", "This address has no filter by q; it has: as_of."),
        ("changes/", "year", "This address has no filter by year, and no other."),
        ("entries/paris/", "kind", "This address has no filter by kind; it has: as_of."),
        ("schema/", "firmness", "This address has no filter by firmness, and no other."),
    ],
)
def test_a_filter_that_an_address_does_not_apply_is_refused_by_name(get, db, path, name, message):
    assert get(path, **{name: "x"}).json()["errors"] == {name: [message]}


def test_a_list_of_one_kind_says_which_filters_it_has(get, db):
    [message] = get("summits/", kind="summit").json()["errors"]["kind"]

    names = ", ".join(name for name in BY_NAME if name != "kind")
    assert message == f"This address has no filter by kind; it has: {names}."


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
