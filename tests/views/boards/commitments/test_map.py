"""Who contributes what, on a map and in its table."""

import re
from html import unescape

import pytest

from tests.views.boards.commitments.conftest import BOARD
from tests.views.reading import words


@pytest.fixture
def given(promise, record):
    record.coalition("the-willing", france="lead", poland="member")
    promise(
        "jets",
        actors=["the-willing", "germany"],
        roll_call={
            "france": {"domain": "air", "value": 12, "unit": "jets", "stage": "announced"},
            "league": {"domain": "money", "value": 5},
        },
    )


@pytest.mark.usefixtures("given")
def test_the_map_and_its_table_say_the_same(client):
    response = client.get(f"{BOARD}?by=map")
    tile = r'class="tile (\w+)" href="[^"]+" title="[^"]+"\s+aria-label="([^"]+)"'
    tiles = dict(re.findall(tile, response.text))

    assert tiles == {
        "confirmed": "France: contributes to 1 commitment,"
        " has itself confirmed its contribution to 1 commitment,"
        " member of a coalition that is bound by 1 commitment",
        "bound": "Germany: bound by 1 commitment",
        "member": "Poland: member of a coalition that is bound by 1 commitment",
    }
    row = r'<tr>\s*<th scope="row"><a href="([^"]+)">([^<]+)</a></th>(.*?)</tr>'
    rows = re.findall(row, response.text, re.DOTALL)
    assert {name: re.findall("<td[^>]*>(.*?)</td>", cells) for _url, name, cells in rows} == {
        "France": ["1", "1", "–", "–", "1", "In the air 1"],
        "League": ["1", "–", "–", "–", "–", "Money 1"],
        "Germany": ["–", "–", "–", "1", "–", "–"],
        "Poland": ["–", "–", "–", "–", "1", "–"],
        "The Willing": ["–", "–", "–", "1", "–", "–"],
    }
    assert rows[0][0] == "/en/commitments/?by=actor&amp;actor=france"
    assert "France : 12 jets, In the air confirmed by itself" in words(response)
    assert "League : 5, Money not confirmed by itself" in words(response)


@pytest.mark.usefixtures("given")
def test_every_tile_leads_somewhere(client):
    page = client.get(f"{BOARD}?by=map").text
    for url in re.findall(r'class="tile \w+" href="([^"]+)"', page):
        response = client.get(unescape(url))
        assert response.status_code == 200, url


def test_nobody_contributes(client, promise):
    promise("promise", actors=["france"])

    assert "No contribution is on record" in words(client.get(f"{BOARD}?by=map"))
