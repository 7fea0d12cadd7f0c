"""The board of commitments: by status, by actor, and who contributes what."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.log.versions import Version
from events.views.boards.commitments import ACTORS, OF_ACTOR, OF_STATUS, PAGE
from tests.views.test_entries import words

BOARD = "/en/commitments/"


class Cards(HTMLParser):
    """The headings of the page's sections, and the links of their cards."""

    def __init__(self, html):
        super().__init__()
        self.sections, self.open, self.cards = {}, [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "a" and self.open[-1:] == ["h3"]:
            self.cards.append(dict(attributes)["href"].split("/")[-2])
        self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.open[-1:] == ["h2"] and data.strip():
            self.cards = self.sections.setdefault(data.strip(), [])


def sections(response):
    return Cards(response.text).sections


@pytest.fixture
def promise(record):
    """Publishes a commitment with these facts."""

    def of(slug, status=None, contributions=(), reported=None, **fields):
        entry = record.commitment(slug, publish=False, **fields)
        if status:
            record.status(entry, status, "2026-01-10")
        for actor, given in dict(contributions).items():
            record.contribution(entry, actor, **given)
        if reported:
            record.measure("states", counts_actors=True)
            record.figure(entry, "states", reported)
        publishing.publish(entry)
        return entry

    return of


@pytest.fixture
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
        ("by=colour", "View: “colour” is not one of: By status (status), By actor (actor), Who"),
        ("status=held", "“held” is not one of: Open, Under way, Fulfilled"),
        ("domain=space", "“space” is not one of: On land, In the air"),
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


def test_what_a_card_says(client, promise, record):
    older, summit = promise("older", "superseded", date="2025"), record.summit("paris")
    promise(
        "jets",
        date="2025-09",
        actors=["france"],
        domains=["air", "sea"],
        firmness="agreed",
        condition_en="a ceasefire",
        condition_state="pending",
        deadline="2025-12",
        made_at=summit,
        restates=older,
        restatement="strengthens",
        reported=26,
        contributions={"france": {"confirmed": True}, "poland": {}, "germany": {}},
    )
    response = client.get(f"{BOARD}?status=open")
    page = words(response)

    assert 'aria-label="26 reported, 3 named, 1 confirmed"' in response.text
    for said in (
        "September 2025 day not known",
        "26 reported, 3 named, 1 confirmed",
        "Dormant until: a ceasefire",
        "Deadline: December 2025 day not known Overdue for at least",
        "Agreed · In the air · At sea",
        "Made at: Title of paris",
        "↑ Strengthens Title of older",
        "Last evidence: 6 January 2026,",
    ):
        assert said in page
    assert "Strengthened by Title of jets" in words(client.get(f"{BOARD}?status=superseded"))


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


@pytest.fixture
def given(promise, record):
    record.coalition("the-willing", france="lead", poland="member")
    promise(
        "jets",
        actors=["the-willing", "germany"],
        contributions={
            "france": {"domain": "air", "amount": 12, "unit": "jets", "confirmed": True},
            "league": {"domain": "money", "amount": 5},
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
        "France": ["1", "1", "–", "1", "In the air 1"],
        "League": ["1", "–", "–", "–", "Money 1"],
        "Germany": ["–", "–", "1", "–", "–"],
        "Poland": ["–", "–", "–", "1", "–"],
        "The Willing": ["–", "–", "1", "–", "–"],
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
            contributions={"germany": {"domain": "air"}},
        )

    line(1)
    before = queries()
    line(2)
    line(3)
    assert queries() == before


def test_the_page_of_a_commitment_shows_its_line(client, promise):
    first = promise("first", date="2025-08", firmness="floated", summary_en="Said in August.")
    second = promise(
        "second",
        date="2025-09",
        firmness="agreed",
        summary_en="Said in September.",
        restates=first,
        restatement="strengthens",
    )
    promise("third", date="2025-10", restates=second, restatement="softens")
    page = words(client.get("/en/entries/second/"))

    for said in ("Across meetings", "Said in August.", "Said in September.", "this entry"):
        assert said in page
    assert "Firmness Floated Agreed" in page
    assert "↓ Softens Title of second Title of third" in page
    assert "Across meetings" in words(client.get("/en/entries/first/"))
    assert "Across meetings" not in words(client.get("/en/entries/second/versions/1/"))


def test_the_page_of_a_commitment_says_how_late_it_is_and_since_when_nothing_was_heard(
    client, promise
):
    promise("promise", date="2025-01-01", deadline="2025-03", reported=3)
    response = client.get("/en/entries/promise/")

    assert "Deadline March 2025 Overdue for at least" in words(response)
    assert "Last evidence 6 January 2026," in words(response)
    assert 'aria-label="3 reported, 0 named, 0 confirmed"' in response.text
    # For an old version, that would be said as of today.
    assert "Overdue" not in words(client.get("/en/entries/promise/versions/1/"))
