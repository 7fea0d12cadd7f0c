"""Who stands where: what holds for the matrix, the cells and the changes alike."""

import pytest

from events import publishing
from tests.views.conftest import LANGUAGES
from tests.views.positions.reading import CHANGES, MATRIX, shown, signs
from tests.views.test_pages import Page, is_labelled, keeps_its_structure, keeps_the_policy

RIGHT = [
    "",
    "?on=2025-10-01",
    "?actor=france&topic=force&process=peace",
    "changes/",
    "changes/?from=2025-01-01&to=2026-12-31&again=1",
    "france/force/",
    "germany/force/",
    "the-willing/aid/",
]

# Pairs of which nothing is on record.
NOTHING = ["france/zones/"]

WRONG = [
    "?on=x&page=0&actors=y&actor=nobody&as_of=never",
    "?as_of=9999-12-31T00:00Z",
    "?topic=nothing",
    "changes/?from=x&to=2025-99-99&page=-1",
    "changes/?from=2026-12-31&to=2025-01-01",
    "france/force/?before=x",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_the_rules(client, matter, language):
    for status, paths in ((200, RIGHT), (404, NOTHING), (400, WRONG)):
        for path in paths:
            response = client.get(f"/{language}/positions/{path}")
            assert response.status_code == status, path
            assert "ecret" not in response.text
            page = Page(response.text)
            keeps_its_structure(page, language)
            keeps_the_policy(page)
            is_labelled(page)


def test_as_the_record_stood(client, record, monkeypatch):
    entry = record.position("one", stance="supports", date="2025-09")
    then = publishing.standing(entry).published_at.isoformat()
    entry.stance = "opposes"
    entry.save()
    publishing.publish(entry)
    record.position("two", holder="poland", date="2025-09")

    response = client.get(MATRIX, {"as_of": then})

    assert signs(response) == {"Topic force": {"France": "+"}}
    assert response.context["frame"].as_of.url == MATRIX
    assert "as_of=" in response.context["table"].rows[0].places[0].url
    assert "as_of=" in response.context["changes_url"]
    assert signs(client.get(MATRIX)) == {"Topic force": {"France": "−", "Poland": "+"}}
    cell = client.get("/en/positions/france/force/", {"as_of": then})
    assert [stand.stance.value for stand in cell.context["stands"]] == ["supports"]
    changes = client.get(CHANGES, {"as_of": then, "from": "2025-01-01"})
    assert shown(changes) == [("France", None, "supports")]


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(client, matter, on):
    for path, name in ((MATRIX, "on"), (CHANGES, "to"), (CHANGES, "from")):
        assert client.get(path, {name: on}).status_code in (200, 400)
    assert client.get(CHANGES, {"from": "0001-01-01", "to": "9999-12-31"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("positions/", 9),
        ("positions/?process=peace&actor=france&topic=force&on=2026-02-01", 15),
        ("positions/changes/?from=2025-01-01&to=2027-01-01", 9),
        ("positions/france/force/", 14),
    ],
)
def test_queries_do_not_grow(client, record, django_assert_max_num_queries, path, most):
    def fill(first, last):
        for number in range(first, last):
            record.position(f"stand-{number}", date=f"2025-{number + 1:02}-01")
            record.position(f"other-{number}", holder=f"a-{number}", topic=f"t-{number}")

    fill(0, 2)
    with django_assert_max_num_queries(most) as few:
        client.get(f"/en/{path}")
    fill(2, 8)
    with django_assert_max_num_queries(most) as many:
        client.get(f"/en/{path}")

    assert len(few) == len(many)
