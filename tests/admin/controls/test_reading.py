"""Dates on the desk: typed as people write them, and shown at once as they were understood."""

import json

import pytest
from django.utils import translation

from events.admin.controls.reading import Reading, as_html, day, reading
from events.models import Commitment, Summit
from tests.admin.desk import errors, row


def ask(desk, text):
    response = desk.client.get("/admin/events/entry/dates/", {"text": text})
    assert "no-store" in response["Cache-Control"]
    return json.loads(response.content)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "2026-01-06",
            ["2026-01-06", "6 January 2026", "6. Januar 2026", "6 January 2026"],
        ),
        (
            "mid-December 2025",
            [
                "[2025-12-11..2025-12-20]",
                "mid-December 2025",
                "Mitte Dezember 2025",
                "11 December 2025 – 20 December 2025",
            ],
        ),
        (
            "14–15 December 2025",
            [
                "2025-12-14/2025-12-15",
                "14–15 December 2025",
                "14.–15. Dezember 2025",
                "14 December 2025 – 15 December 2025",
            ],
        ),
        (
            "2026-02/..",
            [
                "2026-02/..",
                "since February 2026",
                "seit Februar 2026",
                "1 February 2026 – open",
            ],
        ),
        (
            "2026-02/",
            [
                "2026-02/",
                "from February 2026, end unknown",
                "ab Februar 2026, Ende unbekannt",
                "1 February 2026 – unknown",
            ],
        ),
    ],
)
def test_a_typed_date_is_answered_with_how_it_is_understood(desk, text, lines):
    names = ["Understood as", "English", "German", "Days"]

    assert ask(desk, text) == {
        "edtf": lines[0],
        "lines": [list(line) for line in zip(names, lines, strict=True)],
        "question": "",
        "error": "",
    }


def test_an_empty_text_has_an_empty_answer(desk):
    assert ask(desk, " ") == {"edtf": "", "lines": [], "question": "", "error": ""}


@pytest.mark.parametrize("text", ["soon", "2026-13", "2026-02-30", "\x00", "🕊️", "x" * 5000])
def test_what_is_no_date_is_answered_with_what_is_wrong(desk, text):
    answer = ask(desk, text)

    assert answer["error"]
    assert (answer["edtf"], answer["lines"], answer["question"]) == ("", [], "")


@pytest.mark.parametrize("text", ["2026-01-01", "31 December 2025"])
def test_the_first_and_the_last_day_of_a_year_draw_a_question(desk, text):
    assert ask(desk, text)["question"] == (
        "Do you really mean this day? If only the year is known, write the year alone."
    )


def test_the_answer_comes_in_the_language_of_the_desk(desk):
    desk.client.cookies["desk-language"] = "de"

    answer = ask(desk, "vor dem 6. Januar 2026")

    assert answer["lines"][1][1] == "by 5 January 2026"
    assert answer["lines"][2][1] == "spätestens 5. Januar 2026"
    assert answer["error"] == ""


def test_nothing_but_reading_is_answered(desk):
    assert desk.client.post("/admin/events/entry/dates/").status_code == 405


def test_a_reading_is_escaped(db):
    shown = as_html(Reading("", [("Name", "<b>")], "<q>", "<e>"))

    assert shown == (
        "<dl><div><dt>Name</dt><dd>&lt;b&gt;</dd></div></dl>"
        '<p class="question">&lt;q&gt;</p><p class="error">&lt;e&gt;</p>'
    )


def test_a_day_is_worded_in_the_language_of_the_desk():
    assert (day("2026-01-06"), day(""), day("not a date")) == ("6 January 2026", "", "not a date")
    with translation.override("de"):
        assert day("2026-01-06") == "6. Januar 2026"


def test_the_page_shows_the_reading_without_a_script(record, desk):
    summit = record.summit(date="2026-01-01")

    page = desk.open("summit", "change", summit.pk).content.decode()

    assert str(as_html(reading("2026-01-01"))) in page
    assert '<output id="id_date_understood" for="id_date"' in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("September 2025", "2025-09"),
        ("6 January 2026", "2026-01-06"),
        ("14–15 December 2025", "2025-12-14/2025-12-15"),
        ("2026-01/..", "2026-01/.."),
    ],
)
def test_what_is_typed_is_kept_as_edtf(record, desk, typed, kept):
    summit = record.summit(publish=False)

    desk.save("summit", summit.pk, date=typed)

    assert Summit.objects.get().date == kept


def test_german_is_understood_at_a_german_desk(record, desk):
    summit = record.summit(publish=False)
    desk.client.cookies["desk-language"] = "de"

    desk.save("summit", summit.pk, date="14./15. Dezember 2025")

    assert Summit.objects.get().date == "2025-12-14/2025-12-15"


def test_a_wrong_date_is_refused_and_shown_as_typed(record, desk):
    summit = record.summit(publish=False)

    response = desk.save("summit", summit.pk, date="one of these days")

    assert list(errors(response)) == ["date"]
    assert 'value="one of these days"' in response.content.decode()


def test_dates_of_parts_are_read_too(record, desk):
    commitment = record.commitment(publish=False)
    form = desk.form("commitment", commitment.pk)
    form = row(form, "status_changes", status="under-way", date="May 2026")
    form["status_changes-0-source"] = record.source().pk
    form["deadline"] = "end of 2027"

    desk.send("commitment", commitment.pk, form)

    commitment = Commitment.objects.get()
    assert [change.date for change in commitment.status_changes.all()] == ["2026-05"]
    assert commitment.deadline.startswith("[2027")


@pytest.mark.parametrize(
    ("field", "wording"),
    [("date_label_en", "7 January 2026"), ("date_label_de", "am 7. Januar 2026")],
)
def test_a_wording_that_says_something_else_is_refused(record, desk, field, wording):
    summit = record.summit(publish=False, date="2026-01-06")

    response = desk.save("summit", summit.pk, **{field: wording})

    [[message]] = errors(response).values()
    assert list(errors(response)) == [field]
    assert message.startswith("This says something other than the date, which reads “6")


def test_a_better_wording_of_the_same_date_is_kept(record, desk):
    summit = record.summit(publish=False, date="2026-01-06")

    desk.save("summit", summit.pk, date_label_en="on 6 January 2026")

    assert Summit.objects.get().date_label_en == "on 6 January 2026"


def test_a_wording_beside_a_wrong_date_is_not_judged(record, desk):
    summit = record.summit(publish=False)

    response = desk.save("summit", summit.pk, date="never", date_label_en="7 January 2026")

    assert list(errors(response)) == ["date"]
