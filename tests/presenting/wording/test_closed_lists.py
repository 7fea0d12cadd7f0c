import pytest
from django.utils.translation import override

from events.documents.rendering.records import date_of
from events.presenting.wording import closed_lists as words
from events.presenting.wording.closed_lists import Term
from events.vocabulary import Firmness, Kind, MemberRole, Stance


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("summit", "Meeting", "Treffen"),
        ("commitment", "Commitment", "Zusage"),
        ("position", "Position", "Haltung"),
        ("development", "Development", "Entwicklung"),
        ("question", "Question", "Frage"),  # an answered one is no open question
    ],
)
def test_kinds(value, english, german):
    assert words.kind(value) == Term(value, english, value)
    with override("de"):
        assert words.kind(value) == Term(value, german, value)


@pytest.mark.parametrize(
    ("value", "english", "german", "sign"),
    [
        ("supports", "Supports", "Dafür", "+"),
        ("conditional", "Supports on conditions", "Unter Bedingungen dafür", "±"),
        ("undecided", "Undecided", "Unentschieden", "?"),
        ("opposes", "Opposes", "Dagegen", "−"),
    ],
)
def test_stances_have_a_sign_beside_the_colour(value, english, german, sign):
    assert words.stance(value) == Term(value, english, value, sign)
    with override("de"):
        assert words.stance(value) == Term(value, german, value, sign)


def test_every_stance_has_a_sign_of_its_own():
    assert len({words.stance(value).sign for value in Stance.values} - {""}) == len(Stance)


@pytest.mark.parametrize(
    ("kind", "value", "english", "german", "tone"),
    [
        ("summit", "planned", "Planned", "Geplant", "ahead"),
        ("summit", "held", "Held", "Hat stattgefunden", "done"),
        ("summit", "postponed", "Postponed", "Verschoben", "mixed"),
        ("summit", "cancelled", "Cancelled", "Abgesagt", "over"),
        ("commitment", "open", "Open", "Offen", "ahead"),
        ("commitment", "under-way", "Under way", "In Umsetzung", "ahead"),
        ("commitment", "fulfilled", "Fulfilled", "Erfüllt", "done"),
        ("commitment", "partly-fulfilled", "Partly fulfilled", "Teilweise erfüllt", "mixed"),
        ("commitment", "delayed", "Delayed", "Verzögert", "mixed"),
        ("commitment", "broken", "Broken", "Gebrochen", "wrong"),
        ("commitment", "withdrawn", "Withdrawn by those who made it", "Zurückgenommen", "over"),
        ("commitment", "superseded", "Superseded", "Überholt", "over"),
        ("question", "open", "Open", "Offen", "ahead"),
        ("question", "answered", "Answered", "Beantwortet", "done"),
        ("summit", "dropped-since", "dropped-since", "dropped-since", "over"),
    ],
)
def test_statuses(kind, value, english, german, tone):
    assert words.status(kind, value) == Term(value, english, tone)
    with override("de"):
        assert words.status(kind, value) == Term(value, german, tone)


@pytest.mark.parametrize("value", [None, ""])
def test_no_status_is_none(value):
    assert words.status("summit", value) is None


PLANNED = Term("planned", "Planned", "ahead")
UNTOLD = Term("planned", "Planned; outcome not on record", "mixed")


@pytest.mark.parametrize(
    ("edtf", "day", "found"),
    [
        ("2026-01-06", "2026-01-05", PLANNED),
        ("2026-01-06", "2026-01-06", PLANNED),
        ("2026-01-06", "2026-01-07", UNTOLD),
        ("2026-01", "2026-01-31", PLANNED),
        ("2026-01", "2026-02-01", UNTOLD),
        ("2026", "2026-12-31", PLANNED),
        ("2026", "2027-01-01", UNTOLD),
        ("2026-01-06/..", "2030-01-01", PLANNED),
        ("../2026-01-06", "2026-01-07", UNTOLD),
    ],
)
def test_what_was_planned_for_a_day_that_passed(edtf, day, found):
    document = {"kind": "summit", "status": "planned", "date": date_of(edtf)}

    assert words.status_of(document, day) == found


def test_what_was_planned_for_a_day_that_passed_in_german():
    document = {"kind": "summit", "status": "planned", "date": date_of("2026-01-06")}

    with override("de"):
        assert words.status_of(document, "2027-01-01") == Term(
            "planned", "Geplant; Ergebnis noch nicht erfasst", "mixed"
        )


@pytest.mark.parametrize(
    ("kind", "status", "tone"),
    [("summit", "held", "done"), ("commitment", "open", "ahead"), ("question", "open", "ahead")],
)
def test_no_other_status_depends_on_the_day(kind, status, tone):
    document = {"kind": kind, "status": status, "date": date_of("2020"), "history": []}
    found = words.status_of(document, "2026-01-01")

    assert (found.value, found.tone) == (status, tone)


@pytest.mark.parametrize("kind", ["development", "position"])
def test_kinds_without_a_status(kind):
    assert words.status_of({"kind": kind, "date": date_of("2020")}, "2026-01-01") is None


@pytest.mark.parametrize(
    ("choices", "value", "english", "german"),
    [
        (Firmness, "agreed", "Agreed", "Vereinbart"),
        (MemberRole, "lead", "Lead", "Führung"),
        (MemberRole, "dropped-since", "dropped-since", "dropped-since"),
        (Firmness, None, "", ""),
        (Firmness, "", "", ""),
    ],
)
def test_labels(choices, value, english, german):
    assert words.label(choices, value) == english
    with override("de"):
        assert words.label(choices, value) == german


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [
        ("FR", "France", "Frankreich"),
        ("UA", "Ukraine", "Ukraine"),
        ("GB", "United Kingdom", "Großbritannien"),
        ("US", "United States", "USA"),
        ("QX", "QX", "QX"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_countries(code, english, german):
    assert words.country(code) == english
    with override("de"):
        assert words.country(code) == german


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [
        ("uk", "Ukrainian", "Ukrainisch"),
        ("de", "German", "Deutsch"),
        ("de-AT", "German", "Deutsch"),
        ("zh-Hant-TW", "Chinese", "Chinesisch"),
        ("qqx", "qqx", "qqx"),
    ],
)
def test_languages(code, english, german):
    assert words.language(code) == english
    with override("de"):
        assert words.language(code) == german


def test_on_the_desk_a_kind_keeps_its_own_name():
    assert (str(Kind.SUMMIT.label), str(Kind.QUESTION.label)) == ("Summit", "Open question")
