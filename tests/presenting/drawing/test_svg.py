from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.presenting.drawing.lanes import layout
from events.presenting.drawing.scale import Window
from events.presenting.drawing.svg import marks
from events.vocabulary import Kind
from tests.presenting.drawing.strategies import spans, windows

JANUARY = Window.between(date(2026, 1, 1), date(2026, 1, 31))
TODAY = date(2026, 1, 10).toordinal()
NAMES = {kind.value: f"{kind.label}s" for kind in Kind} | {"": "Others"}
KINDS = {kind.value: str(kind.label) for kind in Kind}


def link(window):
    return f'href="?a=b&amp;from={window.first_day}&amp;to={window.last_day}#drawing"'


def drawn(entries, window=JANUARY, today=TODAY):
    """The drawing as a tree: it would not be one if anything were not escaped."""
    found = marks(
        entries, layout(entries, window, list(Kind.values)), window, NAMES, KINDS, today, link
    )
    return ElementTree.fromstring(found)


def links(tree):
    return tree.findall(".//g[@class='marks']/a")


def shapes(link):
    return [(part.tag, part.get("class") or part.get("href") or "") for part in link[1:]]


def test_marks_are_links_that_say_their_date_title_and_kind(dated):
    [link] = links(drawn([dated("2026-01-06", kind="summit", title={"en": "Paris & <more>"})]))

    assert link.get("href") == "/en/entries/event/"
    assert link.findtext("title") == "6 January 2026: Paris & <more> (Summit)"
    assert link.get("class") == "kind-summit"


def test_marks_stand_in_the_order_of_the_list(dated):
    entries = [
        dated("2026-01-06", slug="second", kind="summit"),
        dated("2026-01-02/2026-01-20", slug="band"),
        dated("2026-01-01", slug="first", kind="question"),
    ]

    found = links(drawn(entries))

    assert [link.get("href").split("/")[-2] for link in found] == ["second", "band", "first"]


def test_a_lane_counts_the_bands_behind_it_too(dated):
    tree = drawn([dated("2026-01-06"), dated("2026-01-02/2026-01-20", slug="band")])

    [number] = [part.text for part in tree.iter("tspan") if part.get("class") == "number"]
    assert number == "2"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-01-06", [("circle", "")]),
        ("2026-01-06?", [("circle", "doubt")]),
        ("2026-01-06~", [("rect", "")]),
        ("2026-01", [("rect", "")]),
        ("2026-01?", [("rect", "doubt")]),
        ("2026-01-06/..", [("rect", ""), ("use", "#d-on")]),
        ("2026-01-06/", [("rect", "")]),
        ("../2026-01-06", [("rect", "tail"), ("use", "#d-by")]),
        ("../2027", [("rect", "tail")]),
    ],
)
def test_how_well_a_date_is_known_has_a_shape(dated, edtf, expected):
    [link] = links(drawn([dated(edtf, kind="summit")]))

    assert shapes(link) == expected


def test_what_is_about_fades(dated):
    tree = drawn([dated("2026-01~", kind="summit"), dated("2026-01~", slug="other")])

    assert [link[1].get("mask") for link in links(tree)] == ["url(#d-about1)"] * 2
    assert [mask.get("id") for mask in tree.iter("mask")].count("d-about1") == 1


def test_a_period_is_a_band_with_its_name(dated):
    tree = drawn([dated("2026-01-06/..", title={"en": "Talks"}), dated("2026-01-07")])

    assert [band.tag for band in tree.findall("rect[@class='band']")] == ["rect"]
    assert links(tree)[0].findtext("svg/text") == "Talks"


@pytest.mark.parametrize(
    ("edtf", "anchor", "on_a_phone"),
    [
        ("2026-01-20/..", "end", "Talks about peace peace peace peace…"),
        ("2026-01-11/..", "start", "Talks about peace peace…"),
    ],
)
def test_a_long_name_of_a_band_is_cut_to_the_room_that_it_has(dated, edtf, anchor, on_a_phone):
    title = "Talks about" + " peace" * 10
    narrow, wide, widest = drawn([dated(edtf, title={"en": title})]).findall(".//a/svg/text")

    assert (narrow.get("class"), narrow.get("text-anchor")) == ("narrow", anchor)
    assert narrow.text == on_a_phone
    assert (widest.get("class"), widest.text) == ("widest", title)
    assert len(narrow.text) < len(wide.text) <= len(widest.text)


def test_lanes_have_names_and_numbers(dated):
    tree = drawn([dated("2026-01-06", kind="summit"), dated("2026-01-07", kind="summit")])

    [lane] = tree.findall("g[@class='lane kind-summit']")
    assert "".join(lane.itertext()) == "Summits 2"


@pytest.mark.parametrize(
    ("today", "anchor"),
    [
        ("2026-01-01", "start"),
        ("2026-01-15", "middle"),
        ("2026-01-31", "end"),
        ("2026-02-01", None),
    ],
)
def test_today_is_marked_where_it_is_in_the_window(dated, today, anchor):
    tree = drawn([dated("2026-01-06")], today=date.fromisoformat(today).toordinal())

    text = tree.find("g[@class='today']/text")
    assert (text.get("text-anchor") if text is not None else None) == anchor


def test_the_axis_leads_into_the_stretches_that_it_names(dated):
    tree = drawn([dated("2026-01-06")])

    first = tree.find("g[@class='axis wide']/a")
    assert first.get("href") == "?a=b&from=2026-01-05&to=2026-01-11#drawing"
    assert first.findtext("text") == "5 Jan"


def test_a_drawing_may_be_empty():
    assert links(drawn([])) == []


@settings(deadline=None, max_examples=60)
@given(
    windows().flatmap(
        lambda window: st.tuples(st.just(window), st.lists(spans(window), max_size=20))
    )
)
def test_nothing_is_drawn_beside_the_drawing(drawn_in):
    window, entries = drawn_in
    tree = drawn(entries, window)
    height = float(tree.get("height"))

    for shape in tree.iter():
        for name in ("x", "cx", "x1", "x2"):
            value = shape.get(name)
            # A fade is in its own time, which may lie beside the drawing in part.
            if shape.tag != "linearGradient" and value and value.endswith("%"):
                assert -0.01 <= float(value[:-1]) <= 100.01
        if (
            shape.tag == "rect"
            and (shape.get("x") or "").endswith("%")
            and "%" in shape.get("width")
        ):
            assert float(shape.get("x")[:-1]) + float(shape.get("width")[:-1]) <= 100.02
        for name in ("y", "cy", "y1", "y2"):
            assert 0 <= float(shape.get(name) or 0) <= height
