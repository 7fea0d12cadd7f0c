import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from events import publishing
from events.presenting.parts.figures import amount, figures, number_worded

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
        (-1500, "−1,500", "−1.500"),
    ],
)
def test_numbers(value, english, german):
    assert number_worded(value) == english
    with override("de"):
        assert number_worded(value) == german


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
