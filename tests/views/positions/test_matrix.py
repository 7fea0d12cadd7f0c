"""The matrix of actors and topics, on a day."""

from urllib.parse import urlencode

import pytest

from events.presenting.positions import matrix as tables
from tests.views.positions.reading import CHANGES, MATRIX, signs
from tests.views.reading import missing, queries, words
from tests.views.test_pages import Page


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

    assert signs(response) == {
        "Topic force": {"France": "+", "Germany": "+", "Merz": "±"},
        "Topic aid": {"The Willing": "(+)"},  # known by the day after
    }
    assert response.context["today_url"] == MATRIX
    assert response.context["before"] == {
        "url": f"{MATRIX}?on=2025-10-01",
        "label": "1 October 2025",
    }
    assert response.context["after"]["url"] == f"{MATRIX}?on=2025-12-24"
    assert response.context["changes_url"] == f"{CHANGES}?to=2025-11-30"


def test_a_day_on_which_a_position_is_only_possible(client, record):
    record.position("one", stance="opposes", date="2025~")

    response = client.get(MATRIX, {"on": "2024-07-01"})

    assert signs(response) == {"Topic force": {"France": "(−)"}}
    assert "France: − possibly Opposes" in words(response)
    [cell] = [tag for tag in Page(response.text).all("td") if tag["class"] != "none"]
    assert cell["class"] == "opposes possible"
    assert "No position is on record" in client.get(MATRIX, {"on": "2024-06-30"}).text
    certain = client.get(MATRIX, {"on": "2026-06-30"})
    assert "France: − Opposes" in words(certain)
    assert [tag["class"] for tag in Page(certain.text).all("td")] == ["opposes"]
    german = client.get("/de/positions/", {"on": "2024-07-01"})
    assert "− möglicherweise Dagegen" in words(german)


def test_a_day_on_which_several_stances_are_possible(client, record):
    record.position("before", stance="supports", date="2025-01-01")
    record.position("after", stance="opposes", date="2025-09")

    response = client.get(MATRIX, {"on": "2025-09-15"})

    assert signs(response) == {"Topic force": {"France": "(−/+)"}}
    assert "France: −/+ possibly Opposes or Supports" in words(response)
    assert [tag["class"] for tag in Page(response.text).all("td")] == ["several possible"]
    german = client.get("/de/positions/", {"on": "2025-09-15"})
    assert "−/+ möglicherweise Dagegen oder Dafür" in words(german)


def test_only_what_was_taken_on_this_very_day_is_new(client, record):
    record.position("day", holder="germany", date="2026-01-06")
    record.position("by", holder="poland", date="../2026-01-06")

    page = client.get(MATRIX, {"on": "2026-01-06"})

    classes = [tag["class"] for tag in Page(page.text).all("td")]
    assert classes == ["supports fresh", "supports"]
    told = "new taken on this day + possibly: the day on which it began"
    assert missing(page, told, "Germany: + Supports new Source", "Poland: + Supports") == []
    assert "new" not in words(client.get(MATRIX, {"on": "2026-01-07"})).split("Germany:")[1]


def test_the_slider_has_the_days_on_which_something_changed(client, matter):
    slider = client.get(MATRIX, {"on": "2025-12-24"}).context["slider"]

    days = slider["days"].split()
    assert days[:-1] == ["2025-10-01", "2025-12-24", "2026-01-06"]
    assert (days[slider["value"]], slider["last"], slider["url"]) == ("2025-12-24", 3, MATRIX)
    # Of no month, and of nothing that was so by a day, it is known on which day it changed; but the
    # day that is shown is a place, too.
    days = client.get(MATRIX, {"on": "2025-12-01"}).context["slider"]["days"].split()
    assert days[:-1] == ["2025-10-01", "2025-12-01", "2025-12-24", "2026-01-06"]


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
    assert response.context["slider"]["days"].split()[:-1] == ["2026-01-06"]
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


def test_what_is_wrong_is_told_and_the_rest_is_kept(client, matter):
    response = client.get(MATRIX, {"on": "yesterday", "actor": ["nobody", "france"], "page": "x"})

    assert response.status_code == 400
    form = response.context["form"]
    assert [field.name for field in form.fields if field.errors] == ["on", "actor"]
    assert form.errors == ["Page: There is no page “x” of this list: it has 1 page."]
    assert signs(response) == {"Topic force": {"France": "−"}}
    assert "“yesterday” is not a day." in response.text
    assert "Nothing public has “nobody”. Used most: France, " in response.text
    assert "Page: There is no page “x” of this list: it has 1 page." in response.text
    assert "Day: " not in response.text  # that stands at its control
    assert 'value="yesterday"' in response.text


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


def test_what_has_been_promised_on_a_topic_stands_beside_who_stands_where(client, record):
    record.position("against", stance="opposes", topic="force")
    record.commitment("first", title_en="A force", date="2025-01-01", topics=["force"])

    page = client.get(MATRIX)
    assert missing(page, "1 commitment on it: A force") == []

    record.commitment("second", title_en="A bigger force", date="2025-02-01", topics=["force"])
    page = client.get(MATRIX)
    assert missing(page, "2 commitments on it, the latest: A bigger force") == []
    assert 'href="/en/commitments/?topic=force"' in page.text
    assert "commitment on it" not in words(client.get(MATRIX, {"on": "2024-12-31"}))


def test_commitments_cost_as_many_queries_however_many_topics(
    client, record, django_assert_max_num_queries
):
    costs = []
    for number in range(6):
        record.position(f"p-{number}", topic=f"topic-{number}")
        record.commitment(f"c-{number}", topics=[f"topic-{number}"])
        costs.append(queries(client, MATRIX, django_assert_max_num_queries))

    assert len(set(costs)) == 1
