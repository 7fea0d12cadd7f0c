"""The history of one cell: an actor on a topic."""

import pytest

from events import publishing
from tests.views.reading import words
from tests.views.test_pages import Page


def test_the_history_of_a_cell(client, matter):
    response = client.get("/en/positions/france/force/")

    assert [stand.slug for stand in response.context["stands"]] == ["late", "early"]
    assert response.context["line"] is not None
    page = Page(response.text)
    hrefs = [link["href"] for link in page.all("a")]
    assert "/en/entries/late/" in hrefs
    assert "/en/entries/early/versions/" in hrefs
    assert response.text.count("On record since") == 2
    assert "before: Supports" in response.text
    assert "Known to the month; the day is not known." in response.text


def test_who_spoke_and_who_speaks_for_the_actor(client, matter):
    response = client.get("/en/positions/germany/force/")

    assert "Said by Merz , Chancellor" in words(response)
    assert '<a href="/en/actors/merz/">Merz</a>' in response.text
    [beside] = response.context["beside"]
    assert (beside.name, beside.stance.value) == ("Merz", "conditional")
    assert response.context["line"] is None


def test_an_empty_cell_says_that_nothing_is_on_record(client, matter):
    response = client.get("/en/positions/france/zones/")

    assert response.context["stands"] == []
    assert "Nothing is on record of this actor on this topic." in response.text
    assert response.context["frame"].unlisted is True
    assert response.status_code == 404
    others = [*response.context["of_actor"], *response.context["on_topic"]]
    assert [f'href="{other.url}"' in response.text for other in others] == [True] * len(others)
    assert "/en/positions/france/force/" in [other.url for other in others]
    assert 'href="/en/positions/"' in response.text
    assert "embed-code" not in response.text


def test_a_coalition_of_a_member_stands_beside_it(client, matter):
    response = client.get("/en/positions/france/aid/")

    assert [item.name for item in response.context["beside"]] == ["The Willing"]


def test_earlier_positions_are_a_link_away(client, record, monkeypatch):
    monkeypatch.setattr("events.views.positions.pair.MOST_POSITIONS", 2)
    for month in (1, 2, 3):
        record.position(f"p{month}", date=f"2025-{month:02}")

    first = client.get("/en/positions/france/force/")
    rest = client.get(first.context["older_url"])

    assert [stand.slug for stand in first.context["stands"]] == ["p3", "p2"]
    assert [stand.slug for stand in rest.context["stands"]] == ["p1"]
    assert rest.context["newest_url"] == "/en/positions/france/force/"
    assert (first.context["newest_url"], rest.context["older_url"]) == ("", "")


@pytest.mark.parametrize(
    "path", ["nobody/force", "france/nothing", "russia/force", "france/secret", "%00/force"]
)
def test_what_nothing_public_names_is_not_found(client, matter, path):
    assert client.get(f"/en/positions/{path}/").status_code == 404


def test_a_cell_before_anything_was_on_record(client, matter):
    response = client.get("/en/positions/france/force/", {"as_of": "2001-01-01"})

    assert response.status_code == 404
    for said in ("France: first put on record on", "Topic force: first put on record on"):
        assert said in words(response)


def test_a_cell_of_which_half_was_on_record(client, record):
    first = record.development("event", actors=["france"])
    then = publishing.standing(first).published_at.isoformat()
    record.position("stand", holder="france", topic="force")

    response = client.get("/en/positions/france/force/", {"as_of": then})

    assert response.status_code == 404
    assert "Topic force: first put on record on" in words(response)
    assert "France: first put on record on" not in words(response)
