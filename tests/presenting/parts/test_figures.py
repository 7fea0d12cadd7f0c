import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from events import publishing
from events.presenting.parts.figures import (
    WordedCounts,
    amount,
    counts,
    counts_line,
    figures,
    number_worded,
)
from tests.counting import counted

EMPTY = {"value": None, "low": None, "high": None, "qualifier": "exactly"}


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ({"value": 26}, "26"),
        ({"value": 26, "qualifier": "about"}, "about 26"),
        ({"value": 26, "qualifier": "at-least"}, "at least 26"),
        ({"value": 26, "qualifier": "at-most"}, "at most 26"),
        ({"low": 24, "high": 30}, "24–30"),
        ({"value": 26, "low": 24, "high": 30}, "26 (24–30)"),
        ({"value": 26, "low": 24, "high": 30, "qualifier": "about"}, "about 26 (24–30)"),
        ({"low": 24, "high": 30, "qualifier": "about"}, "about 24–30"),
        ({"value": 26, "low": 24}, "26 (at least 24)"),
        ({"value": 26, "high": 30}, "26 (at most 30)"),
        ({"value": 0, "low": 0, "high": 5}, "0 (0–5)"),
        ({"low": 0}, "at least 0"),
        ({"high": 0, "qualifier": "about"}, "at most 0"),
        ({"low": 24}, "at least 24"),
        ({"high": 30}, "at most 30"),
        ({"value": 0}, "0"),
        ({"value": 12500.5}, "12,500.5"),
    ],
)
def test_a_figure_as_it_was_reported(figure, said):
    assert amount(EMPTY | figure) == said


def test_numbers_are_written_in_the_readers_language():
    with override("de"):
        assert number_worded(12500.5) == "12.500,5"


@pytest.mark.parametrize(
    ("reported", "named", "confirmed", "said"),
    [
        (None, 0, 0, "No source gives a number of those who take part."),
        (26, 0, 0, "A source speaks of 26 that take part. Which ones is not on record"),
        (26, 3, 1, "3 are known by name. 1 has confirmed it."),
        (1, 1, 0, "speaks of 1 that takes part. 1 is known by name. None of them has confirmed"),
    ],
)
def test_a_claim_is_not_a_count(reported, named, confirmed, said):
    record = counted(reported, named, confirmed)

    assert said in counts(record).explanation


def test_counts_in_one_line():
    assert counts_line(counted(None, 3, 1)) == "no number reported · 3 named · 1 confirmed"
    assert counts_line(counted(26, 9, 6, 2)) == (
        "26 reported · 9 named · 6 confirmed · 2 declined · 17 unknown"
    )
    more = {"named": 2, "confirmed": 0, "declined": 1, "left": 0}
    vague = counted(26, 3, left=1, reported_low=24, reported_high=30, possible=more)
    assert counts_line(vague) == (
        "26 (24–30) reported · 3 named (possibly 2 more) · 0 confirmed"
        " · 0 declined (possibly 1 more) · 1 no longer · 22 unknown"
    )


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ({"value": 26, "qualifier": "about"}, "etwa 26"),
        ({"value": 26, "qualifier": "at-least"}, "mindestens 26"),
        ({"value": 26, "qualifier": "at-most"}, "höchstens 26"),
        ({"value": 1200, "low": 1000}, "1.200 (mindestens 1.000)"),
        ({"low": 1000.5, "high": 1200}, "1.000,5–1.200"),
    ],
)
def test_a_figure_in_german(figure, said):
    with override("de"):
        assert amount(EMPTY | figure) == said


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (None, "", ""),
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1,000", "1.000"),
        (90_000_000_000, "90,000,000,000", "90.000.000.000"),
        (0.125, "0.125", "0,125"),
        (-1500, "-1,500", "-1.500"),
    ],
)
def test_numbers(value, english, german):
    assert number_worded(value) == english
    with override("de"):
        assert number_worded(value) == german


@pytest.mark.parametrize(
    ("reported", "named", "confirmed", "english", "german"),
    [
        (
            *(None, 0, 0),
            (
                "No source gives a number of those who take part. "
                "Which ones is not on record: nobody is named."
            ),
            (
                "Wie viele sich beteiligen, sagt keine Quelle. "
                "Um wen es sich handelt, ist nicht verzeichnet: Niemand ist namentlich bekannt."
            ),
        ),
        (
            *(1, 1, 1),
            "A source speaks of 1 that takes part. 1 is known by name. 1 has confirmed it.",
            "Eine Quelle spricht von 1 Beteiligten. 1 ist namentlich bekannt. 1 hat es bestätigt.",
        ),
        (
            *(26, 3, 2),
            "A source speaks of 26 that take part. 3 are known by name. 2 have confirmed it.",
            (
                "Eine Quelle spricht von 26 Beteiligten. 3 sind namentlich bekannt. "
                "2 haben es bestätigt."
            ),
        ),
        (
            *(0, 2, 0),
            (
                "A source speaks of 0 that take part. 2 are known by name. "
                "None of them has confirmed it."
            ),
            (
                "Eine Quelle spricht von 0 Beteiligten. 2 sind namentlich bekannt. "
                "Selbst bestätigt hat es niemand von ihnen."
            ),
        ),
    ],
)
def test_counts_in_sentences(reported, named, confirmed, english, german):
    record = counted(reported, named, confirmed)
    shown = "" if reported is None else str(reported)
    rest = "" if reported is None else str(max(reported - named, 0))
    numbers = (shown, str(named), str(confirmed), "0", rest)

    assert counts(record) == WordedCounts(*numbers, english)
    with override("de"):
        assert counts(record) == WordedCounts(*numbers, german)


def test_who_declined_is_told():
    assert counts(counted(None, 1, 1, 2)).explanation.endswith(" 2 have declined.")


def test_counts_in_one_line_in_german():
    with override("de"):
        assert counts_line(counted(1200, 3, 0)) == (
            "1.200 gemeldet · 3 namentlich · 0 bestätigt · 1.197 unbekannt"
        )
        assert counts_line(counted(26, 9, 6, 2)) == (
            "26 gemeldet · 9 namentlich · 6 bestätigt · 2 abgelehnt · 17 unbekannt"
        )
        assert counts_line(counted(None, 2, 0)) == (
            "keine Zahl gemeldet · 2 namentlich · 0 bestätigt"
        )


def test_a_commitment_counts_who_is_said_named_and_has_confirmed(record, read):
    promise = record.commitment("promise", publish=False)
    record.measure("states", counts_actors=True)
    record.figure(promise, "states", 26, low=24, high=30)
    record.figure(promise, "soldiers", 15000)
    record.called(promise, "poland", domain="land", stage="announced")
    record.called(promise, "poland", domain="air")
    record.called(promise, "france")
    publishing.publish(promise)

    assert counts_line(read("promise")["counts"]) == (
        "26 (24–30) reported · 2 named · 1 confirmed · 24 unknown"
    )


def test_a_figure_as_a_line(record, read):
    event = record.development("event", publish=False)
    record.figure(event, "aid", 1200.5, unit="<million> €", qualifier="about", reason_en="Official")
    publishing.publish(event)

    [found] = figures(read("event"))

    assert found.line == "about 1,200.5 &lt;million&gt; € aid"
    assert isinstance(found.line, SafeString)
    assert (found.unit.plain, found.reason, found.source) == ("<million> €", "Official", None)
    with override("de"):
        assert figures(read("event"))[0].line == "etwa 1.200,5 &lt;million&gt; € aid (de)"
        assert figures(read("event"))[0].reason == '<bdi lang="en">Official</bdi>'


def test_a_figure_without_a_unit(record, read):
    event = record.development("event", publish=False)
    record.figure(event, "states", None, low=3)
    publishing.publish(event)

    assert [found.line for found in figures(read("event"))] == ["at least 3 states"]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ([("states", True)], [False]),
        ([("states", True), ("states", False)], [True, False]),
        ([("states", True), ("soldiers", True)], [False, False]),
        ([("states", False), ("soldiers", True), ("states", True)], [False, False, True]),
    ],
)
def test_only_one_of_several_figures_of_a_measure_is_preferred(record, read, wanted, shown):
    event = record.development("event", publish=False)
    for measure, preferred in wanted:
        fields = {"preferred": preferred, "reason_en": "Newer", "source": record.source()}
        record.figure(event, measure, 1, **fields)
    publishing.publish(event)

    assert [figure.preferred for figure in figures(read("event"))] == shown
    assert {figure.source for figure in figures(read("event"))} == {"report"}
