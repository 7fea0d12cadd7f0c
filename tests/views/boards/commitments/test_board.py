"""The board of commitments: by status and by actor, as it is asked for."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.log.versions import Version
from events.views.boards.commitments import ACTORS, OF_ACTOR, OF_STATUS, PAGE
from tests import snapshot
from tests.views.boards.commitments.conftest import BOARD
from tests.views.boards.reading import sections
from tests.views.reading import words


@pytest.fixture
@snapshot.kept
def few(promise):
    promise("jets", date="2026-01-03", actors=["france"], domains=["air"], firmness="agreed")
    promise("ships", date="2026-01-02", actors=["germany"], domains=["sea"], topics=["force"])
    promise("loan", "fulfilled", date="2026-01-01", actors=["france", "germany"])


@pytest.mark.usefixtures("few")
def test_a_column_for_each_status_that_there_is(client):
    response = client.get(BOARD)

    assert response.status_code == 200
    assert sections(response) == {"Open": ["jets", "ships"], "Fulfilled": ["loan"]}
    assert "3 commitments Open 2 Fulfilled 1" in words(response)


@pytest.mark.usefixtures("few")
def test_by_actor_the_busiest_first(client):
    found = sections(client.get(f"{BOARD}?by=actor"))

    assert found == {"France": ["jets", "loan"], "Germany": ["ships", "loan"]}


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=france", {"Open": ["jets"], "Fulfilled": ["loan"]}),
        ("actor=france&actor=germany", {"Fulfilled": ["loan"]}),
        ("status=open", {"Open": ["jets", "ships"]}),
        ("topic=force", {"Open": ["ships"]}),
        ("domain=air", {"Open": ["jets"]}),
        ("firmness=agreed", {"Open": ["jets"]}),
        ("firmness=agreed&domain=sea", {}),
        ("process=peace", {"Open": ["jets", "ships"], "Fulfilled": ["loan"]}),
        ("by=actor&actor=germany", {"Germany": ["ships", "loan"]}),
        ("by=actor&actor=germany&domain=sea", {"Germany": ["ships"]}),
        ("by=actor&status=fulfilled", {"France": ["loan"], "Germany": ["loan"]}),
        ("by=status", {"Open": ["jets", "ships"], "Fulfilled": ["loan"]}),
        ("q=jets", {"Open": ["jets"]}),
        ("from=2026-01-02", {"Open": ["jets", "ships"]}),
        ("from=2026-01-02&to=2026-01-02", {"Open": ["ships"]}),
        ("by=actor&to=2026-01-01", {"France": ["loan"], "Germany": ["loan"]}),
        ("year=2026&role=party&actor=germany", {"Open": ["ships"], "Fulfilled": ["loan"]}),
        ("year=2025", {}),
    ],
)
def test_filters(client, query, found):
    response = client.get(f"{BOARD}?{query}")

    assert response.status_code == 200
    assert sections(response) == found
    if not found:
        assert "No commitment fits." in words(response)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("by=colour", "View: “colour” is not one of: By status, By actor, Who"),
        ("status=held", "“held” is not one of: Open, Being negotiated, Under way, Fulfilled"),
        ("domain=space", "Nothing public has “space”. Used most: In the air, At sea."),
        ("domain=see", "Nothing public has “see”. Close to it: At sea."),
        ("firmness=soft", "“soft” is not one of: Floated"),
        ("firmness=agreed&firmness=floated", "Give this parameter once."),
        ("actor=nobody", "Nothing public has “nobody”. Used most: "),
        ("as_of=nonsense", "“nonsense” is neither a date nor a time."),
        ("cursor=x", "Place in the list: This is no place in a list."),
    ],
)
def test_what_cannot_be_meant_is_said_and_the_rest_is_kept(client, query, said):
    response = client.get(f"{BOARD}?{query}&topic=force")

    assert response.status_code == 400
    assert 'class="error"' in response.text
    assert said in unescape(response.text)
    assert sections(response) == {"Open": ["ships"]}


def test_an_empty_record_has_an_empty_board(client, db):
    for way in ("status", "actor", "map"):
        response = client.get(f"{BOARD}?by={way}")
        assert response.status_code == 200
        assert "No commitment fits." in words(response)


def test_empty_fields_of_the_form_leave_the_address(client, db):
    response = client.get(f"{BOARD}?by=actor&status=&topic=")

    assert (response.status_code, response["Location"]) == (302, f"{BOARD}?by=actor")


def test_much_is_a_link_away_and_then_in_pages(client, promise):
    for number in range(PAGE + 1):
        promise(f"promise-{number:02}", date=f"2026-01-{number + 1:02}", actors=["france"])
    newest_first = [f"promise-{number:02}" for number in reversed(range(PAGE + 1))]

    board = client.get(BOARD)
    assert sections(board) == {"Open": newest_first[:OF_STATUS]}
    assert f"All {PAGE + 1}: Open" in words(board)
    by_actor = client.get(f"{BOARD}?by=actor")
    assert sections(by_actor) == {"France": newest_first[:OF_ACTOR]}

    for path in (f"{BOARD}?status=open", f"{BOARD}?by=actor&actor=france"):
        assert f'href="{path}"' in unescape(board.text + by_actor.text)
        first = client.get(path)
        [shown] = sections(first).values()
        assert shown == newest_first[:PAGE]
        [following] = re.findall(r'rel="next" href="([^"]+)"', first.text)
        second = client.get(unescape(following))
        assert list(sections(second).values()) == [newest_first[PAGE:]]
        [back] = re.findall(r'rel="prev" href="([^"]+)"', second.text)
        assert list(sections(client.get(unescape(back))).values()) == [newest_first[:PAGE]]


def test_actors_beyond_the_first_are_links(client, promise):
    names = [f"actor-{number:02}" for number in range(ACTORS + 2)]
    promise("promise", actors=names)
    response = client.get(f"{BOARD}?by=actor")

    assert len(sections(response)) == ACTORS + 1  # and “Others”
    for name in names[ACTORS:]:
        assert f"?by=actor&amp;actor={name}" in response.text


def test_the_record_as_it_stood(client, promise):
    entry = promise("jets", actors=["france"])
    publishing.withdraw(entry)
    then = Version.objects.get(number=1).published_at.isoformat()

    assert "No commitment fits." in words(client.get(BOARD))
    for way in ("status", "actor", "map"):
        response = client.get(BOARD, {"by": way, "as_of": then})
        assert response.status_code == 200
        assert "Title of jets" in words(response) or way == "map"
        assert 'class="as-of"' in response.text
    assert "France" in words(client.get(BOARD, {"by": "map", "as_of": then}))


def test_drafts_are_not_shown(client, record):
    record.commitment("draft", actors=["france"], publish=False)

    for way in ("status", "actor", "map"):
        assert "France" not in words(client.get(f"{BOARD}?by={way}"))


@pytest.mark.parametrize("path", ["", "?by=actor", "?by=map", "?actor=france", "?domain=air"])
def test_queries_do_not_grow(client, promise, record, path):
    def queries():
        with CaptureQueriesContext(connection) as context:
            assert client.get(f"{BOARD}{path}").status_code == 200
        return len(context)

    def line(number):
        first = promise(f"first-{number}", actors=["france"], domains=["air"])
        promise(
            f"second-{number}",
            "under-way",
            actors=["france", f"actor-{number}"],
            domains=["air"],
            made_at=record.summit(f"meeting-{number}"),
            restates=first,
            restatement="restates",
            roll_call={"germany": {"domain": "air"}},
        )

    line(1)
    before = queries()
    line(2)
    line(3)
    assert queries() == before
