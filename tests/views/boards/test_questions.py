"""Questions: what is open, the oldest first; what was answered, and by what."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.views.boards.questions import OF_STATUS, OF_TOPIC, PAGE, TOPICS
from events.vocabulary import QuestionStatus
from tests import snapshot
from tests.views.boards.reading import sections
from tests.views.reading import words

PATH = "/en/questions/"
OPEN, ANSWERED = OF_STATUS[QuestionStatus.OPEN], OF_STATUS[QuestionStatus.ANSWERED]


@pytest.fixture
@snapshot.kept
def few(record):
    answer = record.development("answer", date="2026-01-20", summary_en="So it is.")
    record.question("new", date="2026-01-03", actors=["france"], topics=["force"])
    record.question("old", date="2025-01", actors=["germany"], topics=["force", "talks"])
    record.question("asked", date="2026-01-10", answered_by=answer, actors=["france"])
    record.question("asked-later", date="2026-01-12", answered_by=answer, topics=["talks"])


@pytest.mark.usefixtures("few")
def test_open_ones_first_the_oldest_first(client):
    response = client.get(PATH)

    assert sections(response) == {"Open": ["old", "new"], "Answered": ["asked-later", "asked"]}
    assert "2 open questions , 2 answered" in words(response)


@pytest.mark.usefixtures("few")
def test_answered_ones_alone_are_not_called_open(client):
    page = words(client.get(f"{PATH}?status=answered"))

    assert "Answered questions What is open" in page
    assert "2 answered" in page
    assert "open question" not in page


def test_where_none_is_answered_it_says_so(client, record):
    record.question("open")

    page = words(client.get(f"{PATH}?status=answered"))

    assert "Answered questions What is open" in page
    assert "0 answered" in page
    assert "open question" not in page


@pytest.mark.usefixtures("few")
def test_what_is_said_of_each(client):
    page = words(client.get(PATH))

    assert "Concerns: Germany" in page
    assert re.search(r"Open for at least \d+ months January 2025 day not known Title of old", page)
    assert "Source: Report report · 6 January 2026 · in German" in page
    assert (
        "Answered by Title of answer Development, 20 January 2026 So it is. Source: Report report"
    ) in page
    assert "Answered after 10 days 10 January 2026 Title of asked" in page


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=france", {"Open": ["new"], "Answered": ["asked"]}),
        ("topic=talks", {"Open": ["old"], "Answered": ["asked-later"]}),
        ("process=peace&actor=germany", {"Open": ["old"]}),
        ("status=open", {"Open": ["old", "new"]}),
        ("status=answered", {"Answered": ["asked-later", "asked"]}),
        ("actor=france&topic=talks", {}),
        ("by=topic", {"Topic force": ["old", "new"], "Topic talks": ["old"]}),
        ("by=topic&topic=talks", {"Topic talks": ["old"]}),
        ("by=topic&actor=france", {"Topic force": ["new"]}),
    ],
)
def test_filters_and_order(client, query, found):
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == 200
    assert sections(response) == found
    if not found:
        assert "No question fits." in words(response)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("by=colour", "View: “colour” is not one of: By age, By topic."),
        ("status=planned", "“planned” is not one of: Open, Answered."),
        ("actor=nobody", "Nothing public has “nobody”."),
        ("as_of=2999-01-01", "is in the future"),
    ],
)
def test_what_cannot_be_meant_is_said_and_the_rest_is_kept(client, query, said):
    response = client.get(f"{PATH}?{query}&topic=force")

    assert response.status_code == 400
    assert said in unescape(response.text)
    assert sections(response) == {"Open": ["old", "new"]}


def test_an_empty_record(client, db):
    for query in ("", "?by=topic", "?status=open", "?status=answered"):
        response = client.get(f"{PATH}{query}")
        assert response.status_code == 200
        assert "No question fits." in words(response)


def test_empty_fields_of_the_form_leave_the_address(client, db):
    response = client.get(f"{PATH}?by=topic&topic=")

    assert (response.status_code, response["Location"]) == (302, f"{PATH}?by=topic")


def test_much_is_a_link_away_and_then_in_pages(client, record):
    for number in range(PAGE + 1):
        record.question(f"asked-{number:02}", date=f"{1950 + number}", topics=["force"])
    oldest_first = [f"asked-{number:02}" for number in range(PAGE + 1)]

    whole = client.get(PATH)
    assert sections(whole) == {"Open": oldest_first[:OPEN]}
    assert f"All {PAGE + 1}: Open" in words(whole)
    assert sections(client.get(f"{PATH}?by=topic")) == {"Topic force": oldest_first[:OF_TOPIC]}
    first = client.get(f"{PATH}?status=open")
    assert sections(first) == {"Open": oldest_first[:PAGE]}
    [following] = re.findall(r'rel="next" href="([^"]+)"', first.text)
    second = client.get(unescape(following))
    assert sections(second) == {"Open": oldest_first[PAGE:]}
    [back] = re.findall(r'rel="prev" href="([^"]+)"', second.text)
    assert sections(client.get(unescape(back))) == {"Open": oldest_first[:PAGE]}


def test_topics_beyond_the_first_are_links(client, record):
    record.question("unclear", topics=[f"t-{number:02}" for number in range(TOPICS + 2)])
    response = client.get(f"{PATH}?by=topic")

    assert len(sections(response)) == TOPICS + 1  # and “Others”
    assert f"topic=t-{TOPICS + 1:02}" in response.text


def test_the_record_as_it_stood(client, record):
    question = record.question("unclear", date="2025-01-01")
    then = publishing.standing(question).published_at.isoformat()
    question.answered_by = record.development("answer")
    question.save()
    publishing.publish(question)

    assert sections(client.get(PATH)) == {"Answered": ["unclear"]}
    assert sections(client.get(PATH, {"as_of": then})) == {"Open": ["unclear"]}


def test_an_answer_that_was_withdrawn(client, record):
    answer = record.development("answer")
    record.question("asked", answered_by=answer)
    publishing.withdraw(answer)

    page = words(client.get(PATH))
    assert "Answered by answer" in page
    assert "Title of answer" not in page
    assert client.get("/en/entries/asked/").status_code == 200


def test_drafts_are_not_shown(client, record):
    record.question("draft", actors=["france"], publish=False)

    assert "France" not in words(client.get(PATH))


@pytest.mark.parametrize("path", ["", "?by=topic", "?status=open", "?topic=force"])
def test_queries_do_not_grow(client, record, path):
    def ask(number):
        answer = record.development(f"answer-{number}")
        record.question(f"asked-{number}", answered_by=answer, topics=["force", f"t-{number}"])
        record.question(f"open-{number}", topics=["force", f"t-{number}"], actors=["france"])

    def queries():
        with CaptureQueriesContext(connection) as context:
            assert client.get(f"{PATH}{path}").status_code == 200
        return len(context)

    ask(1)
    before = queries()
    ask(2)
    ask(3)
    assert queries() == before


@pytest.mark.usefixtures("few")
def test_the_page_of_a_question_shows_its_answer(client):
    page = words(client.get("/en/entries/asked/"))

    assert "Answered after 10 days Answered by Title of answer" in page
    assert "So it is. Source: Report report" in page
    assert re.search(r"Open for \d+ months", words(client.get("/en/entries/new/")))
    # An old version has the link alone, as it was published.
    assert "Answered by Title of answer" in words(client.get("/en/entries/asked/versions/1/"))
