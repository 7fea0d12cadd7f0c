"""Who stands where: the matrix, the history of one cell, what changed between two days."""

from datetime import date
from urllib.parse import urlencode

import pytest

from events import publishing
from events.presenting.positions import matrix as tables
from tests.views.conftest import LANGUAGES
from tests.views.reading import words
from tests.views.test_pages import Page, is_labelled, keeps_its_structure, keeps_the_policy

MATRIX, CHANGES = "/en/positions/", "/en/positions/changes/"


@pytest.fixture
def matter(record):
    record.person("merz", represents="germany", office_en="Chancellor", office_de="Kanzler")
    record.coalition("the-willing", france="lead", germany="member")
    record.position("early", holder="france", stance="supports", date="2025-09")
    record.position("late", holder="france", stance="opposes", date="2026-01-06")
    record.position(
        "german", holder="germany", stance="supports", speaker="merz", date="2025-10-01"
    )
    record.position("merz-says", holder="merz", stance="conditional", date="2025-11")
    record.position("together", holder="the-willing", topic="aid", date="../2025-12-01")
    record.position("elsewhere", holder="poland", topic="zones", process="other", date="2025-12-24")
    record.position("draft", holder="russia", topic="secret", publish=False)
    return record


def signs(response):
    return {
        row.topic.plain: {
            place.actor.plain: place.stance.sign for place in row.places if place is not None
        }
        for row in response.context["table"].rows
    }


def shown(response):
    return [
        (change.actor.plain, change.before and change.before.value, change.now.value)
        for change in response.context["changes"]
    ]


RIGHT = [
    "",
    "?on=2025-10-01",
    "?actor=france&topic=force&process=peace",
    "changes/",
    "changes/?from=2025-01-01&to=2026-12-31&again=1",
    "france/force/",
    "germany/force/",
    "france/zones/",
    "the-willing/aid/",
]
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
    for status, paths in ((200, RIGHT), (400, WRONG)):
        for path in paths:
            response = client.get(f"/{language}/positions/{path}")
            assert response.status_code == status, path
            assert "ecret" not in response.text
            page = Page(response.text)
            keeps_its_structure(page, language)
            keeps_the_policy(page)
            is_labelled(page)


def test_the_matrix_of_today(client, matter):
    response = client.get(MATRIX)

    assert signs(response) == {
        "Topic force": {"France": "−", "Germany": "+", "Merz": "±"},
        "Topic aid": {"The Willing": "+"},
        "Topic zones": {"Poland": "+"},
    }
    assert [row.contested for row in response.context["table"].rows] == [True, False, False]
    assert response.context["today_url"] == ""
    assert "2 topics" not in response.text
    assert "3 topics" in response.text


def test_the_matrix_is_a_table_with_named_rows_and_columns(client, matter):
    page = Page(client.get(MATRIX).text)

    scopes = [cell["scope"] for cell in page.all("th")]
    assert scopes == ["col"] * 6 + ["row"] * 3
    [region] = [tag for tag in page.all("div") if tag.get("role") == "region"]
    assert (region["tabindex"], region["aria-labelledby"]) == ("0", "caption")
    assert len(page.all("td")) == 3 * 5


def test_what_is_empty_says_so_in_words(client, matter):
    text = client.get(MATRIX).text

    assert text.count('<span class="unseen">nothing on record</span>') == 15 - 5


def test_the_matrix_of_a_day(client, matter):
    response = client.get(MATRIX, {"on": "2025-11-30"})

    assert signs(response) == {"Topic force": {"France": "+", "Germany": "+", "Merz": "±"}}
    assert response.context["today_url"] == MATRIX
    assert response.context["before"] == {
        "url": f"{MATRIX}?on=2025-11-01",
        "label": "1 November 2025",
    }
    assert response.context["after"]["url"] == f"{MATRIX}?on=2025-12-01"
    assert response.context["changes_url"] == f"{CHANGES}?to=2025-11-30"


def test_the_slider_has_the_days_on_which_something_changed(client, matter):
    slider = client.get(MATRIX, {"on": "2025-12-01"}).context["slider"]

    days = slider["days"].split()
    assert days[:-1] == [
        *("2025-09-01", "2025-10-01", "2025-11-01", "2025-12-01", "2025-12-24", "2026-01-06")
    ]
    assert (days[slider["value"]], slider["last"], slider["url"]) == ("2025-12-01", 6, MATRIX)


def test_without_positions_there_is_no_slider(client, record):
    response = client.get(MATRIX)

    assert response.context["slider"] is None
    assert "No position is on record" in response.text


def test_the_parts_that_follow_the_slider_have_names(client, matter):
    live = [tag for _name, tag in Page(client.get(MATRIX).text).tags if "data-live" in tag]

    assert [tag["id"] for tag in live] == ["day", "tally", "turns", "stands"]


def test_some_actors_topics_and_one_process(client, matter):
    response = client.get(MATRIX, {"actor": ["france", "merz"]})
    assert signs(response) == {"Topic force": {"France": "−", "Merz": "±"}}
    assert response.context["slider"]["days"].split()[:-1] == [
        *("2025-09-01", "2025-11-01", "2026-01-06")
    ]
    form = response.context["form"]
    chips = {chip.value: chip.url for chip in form.chips}
    assert chips == {"France": f"{MATRIX}?actor=merz", "Merz": f"{MATRIX}?actor=france"}
    [actors, topics] = form.shown[2:]
    assert [value for value, _label in actors.options] == ["germany", "poland", "the-willing"]
    assert [value for value, _label in topics.options] == ["aid", "force", "zones"]
    assert form.kept == [("actor", "france"), ("actor", "merz")]
    assert signs(client.get(MATRIX, {"process": "other"})) == {"Topic zones": {"Poland": "+"}}
    assert signs(client.get(MATRIX, {"topic": "aid"})) == {"Topic aid": {"The Willing": "+"}}


def test_a_choice_of_one_process_is_no_choice(client, record):
    record.position("one")

    names = [field.name for field in client.get(MATRIX).context["form"].fields]

    assert names == ["on", "actor", "topic"]


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


def test_what_is_wrong_is_told_and_the_rest_is_kept(client, matter):
    response = client.get(MATRIX, {"on": "yesterday", "actor": ["nobody", "france"], "page": "x"})

    assert response.status_code == 400
    form = response.context["form"]
    assert [field.name for field in form.fields if field.errors] == ["on", "actor"]
    assert form.errors == ["Page: There is no page “x” of this list: it has 1 page."]
    assert signs(response) == {"Topic force": {"France": "−"}}
    assert "“yesterday” is not a day." in response.text
    assert "Nothing public has “nobody”. Used most: france, " in response.text
    assert "Page: There is no page “x” of this list: it has 1 page." in response.text
    assert "Day: " not in response.text  # that stands at its control
    assert 'value="yesterday"' in response.text


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(client, matter, on):
    for path, name in ((MATRIX, "on"), (CHANGES, "to"), (CHANGES, "from")):
        assert client.get(path, {name: on}).status_code in (200, 400)
    assert client.get(CHANGES, {"from": "0001-01-01", "to": "9999-12-31"}).status_code == 200


def test_a_long_matrix_comes_in_parts(client, record, monkeypatch):
    monkeypatch.setattr(tables, "TOPICS", 1)
    monkeypatch.setattr(tables, "ACTORS", 2)
    for actor in ("france", "germany", "poland"):
        record.position(f"{actor}-1", holder=actor, topic="t1")
    record.position("other", holder="france", topic="t2")

    first = client.get(MATRIX)
    assert signs(first) == {"Topic t1": {"France": "+", "Germany": "+"}}
    assert first.context["actor_pages"] == {"before": "", "after": f"{MATRIX}?actors=2"}
    assert first.context["topic_pages"] == {"before": "", "after": f"{MATRIX}?page=2"}
    assert "Actors 1–2 of 3" in first.text
    last = client.get(MATRIX, {"page": 2, "actors": 2})
    assert signs(last) == {"Topic t2": {}}
    assert last.context["topic_pages"]["before"] == f"{MATRIX}?actors=2&page=1"


@pytest.mark.parametrize(
    ("query", "said", "kept"),
    [
        ("?page=99", "Page: There is no page “99” of this list: it has 2 pages.", ""),
        ("?page=0", "Page: There is no page “0” of this list: it has 2 pages.", ""),
        (
            "?page=x&actors=1",
            "Page: There is no page “x” of this list: it has 2 pages.",
            "actors=1",
        ),
        ("?actors=2", "Page of actors: There is no page “2” of this list: it has 1 page.", ""),
        ("?page=1&page=2", "Page: Give this parameter once.", ""),
    ],
)
def test_a_page_that_there_is_not(client, record, monkeypatch, query, said, kept):
    monkeypatch.setattr(tables, "TOPICS", 1)
    record.position("one", holder="france", topic="t1")
    record.position("other", holder="france", topic="t2")

    response = client.get(f"{MATRIX}{query}")

    assert response.status_code == 400
    assert said in words(response)
    assert urlencode(response.context["frame"].canonical) == kept
    assert response.context["table"].topics.number == 1


def test_a_page_of_changes_that_there_is_not(client, record):
    record.position("one", holder="france", topic="t1")

    response = client.get(f"{CHANGES}?page=3")

    assert response.status_code == 400
    assert "Page: There is no page “3” of this list: it has 1 page." in words(response)


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

    assert "In the words of Merz , Chancellor" in words(response)
    assert '<a href="/en/actors/merz/">Merz</a>' in response.text
    [beside] = response.context["beside"]
    assert (beside.name, beside.stance.value) == ("Merz", "conditional")
    assert response.context["line"] is None


def test_an_empty_cell_says_that_nothing_is_on_record(client, matter):
    response = client.get("/en/positions/france/zones/")

    assert response.context["stands"] == []
    assert "Nothing is on record of this actor on this topic." in response.text
    assert response.context["frame"].unlisted is True


def test_a_coalition_of_a_member_stands_beside_it(client, matter):
    response = client.get("/en/positions/france/aid/")

    assert [item.name for item in response.context["beside"]] == ["The Willing"]


def test_earlier_positions_are_a_link_away(client, record, monkeypatch):
    monkeypatch.setattr("events.views.positions.MOST_POSITIONS", 2)
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


def test_what_changed_between_two_days(client, matter):
    response = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31"})

    assert shown(response) == [
        ("France", "supports", "opposes"),
        ("Poland", None, "supports"),
        ("The Willing", None, "supports"),
        ("Merz", None, "conditional"),
    ]
    assert response.context["matrix_url"] == f"{MATRIX}?on=2026-01-31"
    assert "4 changes" in response.text
    some = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31", "topic": "force"})
    assert [actor for actor, _before, _now in shown(some)] == ["France", "Merz"]
    assert some.context["matrix_url"] == f"{MATRIX}?topic=force&on=2026-01-31"


def test_without_days_it_is_the_last_change(client, matter):
    response = client.get(CHANGES)

    assert response.context["start"] == date(2026, 1, 5)
    assert shown(response) == [("France", "supports", "opposes")]


def test_who_said_the_same_again_is_shown_when_asked_for(client, matter):
    matter.position("again", holder="germany", stance="supports", date="2025-12-31")
    days = {"from": "2025-12-25", "to": "2026-01-01"}

    response = client.get(CHANGES, days)
    assert (shown(response), response.context["again"]) == ([], 1)
    assert "Nobody's position changed" in response.text
    response = client.get(response.context["again_url"])
    assert shown(response) == [("Germany", "supports", "supports")]
    assert "again" not in response.context["again_url"]


def test_days_in_the_wrong_order_are_told(client, matter):
    response = client.get(CHANGES, {"from": "2026-01-31", "to": "2025-10-15"})

    assert (response.status_code, shown(response)) == (400, [])
    [wrong] = [field for field in response.context["form"].fields if field.errors]
    assert (wrong.name, wrong.errors) == ("to", ["The window ends before it begins."])
    page = words(response)
    assert "The window ends before it begins." in page
    assert "0 changes" not in page  # a window that is none has no number of them
    assert "31 January 2026" not in response.text


def test_many_changes_come_in_parts(client, record, monkeypatch):
    monkeypatch.setattr("events.views.positions.MOST_CHANGES", 2)
    for day in (1, 2, 3):
        record.position(f"p{day}", topic=f"t{day}", date=f"2025-01-0{day}")

    first = client.get(CHANGES, {"from": "2024-01-01"})
    rest = client.get(first.context["pages"]["after"])

    assert [change.topic for change in first.context["changes"]] == ["Topic t3", "Topic t2"]
    assert [change.topic for change in rest.context["changes"]] == ["Topic t1"]
    assert rest.context["pages"]["before"] == f"{CHANGES}?from=2024-01-01&page=1"


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("positions/", 7),
        ("positions/?process=peace&actor=france&topic=force&on=2026-02-01", 12),
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
