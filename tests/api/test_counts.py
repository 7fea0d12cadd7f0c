"""How many entries filters find, and how they divide."""

import pytest

from events import public


def told(counts):
    return {one["value"]: one["entries"] for one in counts}


@pytest.mark.usefixtures("entries")
def test_how_entries_divide(get):
    body = get("counts/", topic="force").json()

    assert list(body) == ["seq", "time", "total", "facets"]
    assert (body["seq"], body["total"]) == (public.last_seq(), 4)
    facets = {name: told(counts) for name, counts in body["facets"].items()}
    assert facets == {
        "kind": {"summit": 1, "commitment": 1, "position": 1, "question": 1},
        "year": {"2026": 2, "2025": 2},
        "process": {"peace": 4},
        "actor": {"germany": 3, "france": 2, "merz": 1, "russia": 1},
        "topic": {"force": 4, "talks": 1},
    }
    assert body["facets"]["topic"][0]["name"] == {"en": "Topic force", "de": "Thema force"}


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    "params",
    [{}, {"actor": "germany"}, {"kind": "position,question"}, {"q": "zzz"}, {"year": 2025}],
)
def test_the_total_is_that_of_the_list(get, slugs, params):
    body = get("counts/", **params).json()

    assert body["total"] == len(slugs(**params))
    assert sum(told(body["facets"]["kind"]).values()) == body["total"]


@pytest.mark.usefixtures("entries")
def test_of_an_earlier_state(get, record):
    before = get("counts/").json()
    record.development("new")

    assert get("counts/", seq=before["seq"]).json() == before
    assert get("counts/").json()["total"] == before["total"] + 1
    assert get("counts/", seq=99).status_code == 409


@pytest.mark.usefixtures("entries")
def test_too_many_to_count(get, monkeypatch):
    monkeypatch.setattr("events.public.lists.search.MOST_COUNTED", 3)

    facets = get("counts/").json()["facets"]

    assert (facets["process"], facets["actor"], facets["topic"]) == (None, None, None)
    assert sum(told(facets["kind"]).values()) == 7
