"""What the API says of a filter that cannot be meant, or that an address does not have."""

import pytest

from events.api.entries import OF_ALL
from events.filters import BY_NAME, Choice

REFUSED = {
    "country": ["XX", "de", "Germany"],
    "made_at": ["nowhere"],
    "updated": ["yesterday", "2026-01-12/2026-01-06", "2026-13", "/", "2026-01-06/x"],
    "fields": ["titel", "title.en.x", "date.edtf,date.x", "."],
    "seq": ["-1", "x", "1.0"],
    "kind": ["summits", "SUMMIT", "treaty"],
    "process": ["nowhere", "france"],
    "actor": ["nobody", "force", "France"],
    "role": ["boss", "holder,boss"],
    "attendance": ["there", "ATTENDED"],
    "topic": ["nothing", "france"],
    "stance": ["perhaps"],
    "status": ["pending"],
    "firmness": ["soft", "Agreed"],
    "level": ["kings", "Leaders"],
    "mode": ["remote", "in person"],
    "source": ["nowhere", "france", "Report"],
    "basis": ["rumoured", "Stated"],
    "domain": ["space", "air", "On land"],
    "format": ["gathering", "land", "call"],
    "year": ["0", "10000", "-5", "26 AD", "٢٠٢٦", "2026-01"],
    "from": [
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


SEVERAL = ("actor", "country", "domain", "format", "process", "source", "topic")


def test_every_filter_is_tested():
    """Values that no parameter takes stand for those of the contract."""
    assert set(OF_ALL.accepted) == REFUSED.keys()


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


@pytest.mark.parametrize("name", sorted({*OF_ALL.accepted} - {*SEVERAL}))
def test_what_is_single_is_given_once(get, db, name):
    response = get("entries/", **{name: ["x", "x"]})

    assert "Give this parameter once." in response.json()["errors"][name]


@pytest.mark.parametrize("name", SEVERAL)
def test_what_can_be_given_repeatedly_is_not_given_without_end(get, db, name):
    # Of countries, codes are read only.
    many = [f"A{chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(51)]

    for values in (many, ",".join(many), [",".join(many[:25]), ",".join(many[25:])]):
        response = get("entries/", **{name: values})
        assert response.json()["errors"] == {name: ["Give at most 50 values."]}


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


def test_the_values_that_there_are_are_told(get, db):
    errors = get("entries/", kind="treaty", status="lost").json()["errors"]

    kinds = "summit, commitment, position, development, question, overview, walk"
    status = BY_NAME["status"]
    assert isinstance(status, Choice)
    assert errors["kind"] == [f"“treaty” is not one of: {kinds}."]
    assert errors["status"] == [f"“lost” is not one of: {', '.join(status.labels)}."]


@pytest.mark.parametrize(
    ("path", "name", "message"),
    [
        ("matrix/", "status", "This address has no filter by status; it has: process, as_of."),
        ("actors/", "year", "This address has no filter by year; it has: as_of."),
        ("topics/", "kind", "This address has no filter by kind; it has: as_of."),
        ("redactions/", "year", "This address has no filter by year, and no other."),
        ("entries/paris/", "kind", "This address has no filter by kind; it has: as_of."),
        ("schema/", "firmness", "This address has no filter by firmness, and no other."),
    ],
)
def test_a_filter_that_an_address_does_not_apply_is_refused_by_name(get, db, path, name, message):
    assert get(path, **{name: "x"}).json()["errors"] == {name: [message]}


def test_a_list_of_one_kind_says_which_filters_it_has(get, db):
    [message] = get("summits/", kind="summit").json()["errors"]["kind"]

    other = ("kind", "stance", "firmness", "domain")
    names = ", ".join(name for name in BY_NAME if name not in other)
    assert message == f"This address has no filter by kind; it has: {names}."


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    ("params", "wrong"),
    [
        ({"kind": "question", "stance": "opposes"}, "stance"),
        ({"kind": "summit", "status": "fulfilled"}, "status"),
        ({"kind": "development", "status": "open"}, "status"),
        ({"kind": "position", "domain": "land"}, "domain"),
        ({"kind": "commitment", "attendance": "absent"}, "attendance"),
    ],
)
def test_what_entries_of_a_kind_cannot_have_is_refused(get, params, wrong):
    """An empty list would say that there are none."""
    response = get("entries/", **params)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == [wrong]


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("positions/", "status", "held"),
        ("questions/", "stance", "opposes"),
        ("developments/", "status", "open"),
        ("summits/", "status", "fulfilled"),
        ("summits/", "made_at", "nowhere"),
    ],
)
def test_so_it_is_in_the_list_of_the_kind(get, path, name, value):
    response = get(path, **{name: value})

    assert response.status_code == 400
    assert list(response.json()["errors"]) == [name]


@pytest.mark.parametrize("q", ["russia OR france", "NOT russia", "russ*", "russia | france"])
def test_a_search_by_what_is_not_understood_is_refused(get, db, q):
    response = get("entries/", q=q)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == ["q"]


@pytest.mark.parametrize("q", ["PEACE AND WAR", "“this OR that”", "or not", "Oregon"])
def test_what_only_looks_like_it_is_searched(get, db, q):
    assert get("entries/", q=q).status_code == 200
