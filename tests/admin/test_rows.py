"""Rows that nobody has opened: sentences, cheap to show, and as they were when they are saved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Figure, Participation
from tests.admin.desk import errors, fields_of


def page(desk, entry, **query):
    return desk.open("summit", "change", entry.pk, **query)


@pytest.fixture
def meeting(record):
    entry = record.summit(publish=False)
    record.part(entry, "germany", "chair", status="attended")
    record.part(entry, "france", "host")
    record.figure(entry, "countries", "7500", low="7000")
    record.cite(entry, "second", locator="page 3")
    return entry


def test_a_row_is_a_sentence_until_it_is_opened(desk, meeting):
    shut = page(desk, meeting).text
    opened = page(desk, meeting, open="participations-0").text

    assert '<strong><bdi>Germany</bdi></strong> <span class="detail" dir="auto">' in shut
    assert "Chair · Attended" in shut
    assert 'href="?open=participations-0#participations-0">' in shut
    assert 'name="participations-0-role"' not in shut
    assert 'name="participations-0-role"' in opened
    assert 'name="participations-1-role"' not in opened
    assert "page 3" in shut
    assert "<strong><bdi>7500 countries</bdi></strong>" in shut


def test_what_is_shut_stays_as_it_is(desk, meeting):
    before = list(Participation.objects.values_list()), list(Figure.objects.values_list())
    form = fields_of(page(desk, meeting).text)

    response = desk.send("summit", meeting.pk, form | {"title_en": "Another title"})

    assert response.status_code == 302
    assert (
        list(Participation.objects.values_list()),
        list(Figure.objects.values_list()),
    ) == before
    meeting.refresh_from_db()
    assert meeting.title_en == "Another title"


def test_of_many_rows_one_can_be_opened_and_changed(desk, meeting):
    form = fields_of(page(desk, meeting, open="participations-1").text)

    desk.send("summit", meeting.pk, form | {"participations-1-role": "observer"})

    roles = dict(Participation.objects.values_list("actor__slug", "role"))
    assert (roles["germany"], roles["france"]) == ("chair", "observer")


def test_a_shut_row_can_be_taken_out(desk, meeting):
    form = fields_of(page(desk, meeting).text)

    desk.send("summit", meeting.pk, form | {"participations-0-DELETE": "on"})

    assert [part.actor.slug for part in meeting.participations.all()] == ["france"]


def test_rows_that_are_there_twice_are_noticed_where_one_is_shut(record, desk, meeting):
    record.part(meeting, "germany", "observer")
    form = fields_of(page(desk, meeting, open="participations-2").text)

    response = desk.send("summit", meeting.pk, form | {"participations-2-role": "chair"})

    assert errors(response) == {"participations-2-actor": ["This actor has this role already."]}
    # The others are still shut.
    assert 'name="participations-0-shut"' in response.text
    assert 'name="participations-2-shut"' not in response.text


def test_what_is_wrong_is_listed_with_links(desk, meeting):
    form = fields_of(page(desk, meeting, open="figures-0").text)

    response = desk.send("summit", meeting.pk, form | {"figures-0-value": "many", "date": "soon"})

    assert '<a href="#id_figures-0-value">Figures 1, Value: A number is expected here' in (
        response.text
    )
    assert '<a href="#id_date">Date: ' in response.text


def test_what_publication_needs_stands_beside_the_form(record, desk):
    entry = record.position("stand", publish=False, source=None, date="")

    new = desk.open("summit", "add").text
    begun = desk.open("position", "change", entry.pk).text

    assert '<a href="#id_title_en">a title, in any one language</a>' in new
    assert '<a href="#citations-group">A source is missing' in begun
    assert '<a href="#id_date">The date is missing' in begun


def test_a_page_asks_as_much_for_sixty_rows_as_for_three(record, desk, meeting):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert page(desk, meeting).status_code == 200
        return len(asked)

    queries()
    few = queries()
    for number in range(60):
        record.part(meeting, f"guest-{number}", "participant", status="expected")

    assert queries() == few
    assert few <= 40


def test_opened_rows_ask_for_nobody_by_name(record, desk, meeting):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(desk, meeting, open="all")
        return len(asked)

    queries()
    few = queries()
    for number in range(10):
        record.part(meeting, f"guest-{number}", "participant", status="expected")

    assert queries() == few
