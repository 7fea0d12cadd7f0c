from datetime import date
from xml.etree import ElementTree

from events.presenting.drawing import strips
from events.presenting.drawing.bars import columns, name_of
from events.presenting.drawing.scale import Window
from events.public import Grain, Tally

YEAR = Window.between(date(2025, 1, 1), date(2025, 12, 31))
TODAY = date(2025, 7, 1).toordinal()
NAMES = {"summit": "Summits", "position": "Positions", "question": "Questions"}


def link(window):
    return f'href="?from={window.first_day}&amp;to={window.last_day}"'


def drawn(*tallies, unit=Grain.MONTH):
    found = columns(tallies, YEAR, unit)
    return ElementTree.fromstring(
        strips.bars(found, found, YEAR, NAMES, TODAY, link, lambda column: name_of(column, unit))
    )


def month(lane, number, entries):
    return Tally.in_month(lane, 2025, number, entries)


def test_each_lane_has_bars_in_a_scale_of_its_own_and_says_which():
    tree = drawn(month("summit", 1, 50), month("position", 3, 1000), month("position", 5, 2000))

    assert ["".join(lane.itertext()) for lane in tree.iter("g") if "lane" in lane.get("class")] == [
        "Summits 50 · highest bar: 50",
        "Positions 3,000 · highest bar: 2,000",
    ]
    paths = [strip.find("path").get("d") for strip in tree.findall("svg")]
    assert paths == [
        "M0 1000v-1000h31v1000z",
        "M59 1000v-500h31v500zM120 1000v-1000h31v1000z",
    ]


def test_one_entry_among_thousands_can_be_seen():
    tree = drawn(month("summit", 1, 1), month("summit", 3, 100_000))

    assert tree.find("svg/path").get("d").startswith("M0 1000v-22h31v22z")


def test_what_is_known_to_the_year_stands_paler_on_top():
    tree = drawn(month("summit", 1, 4), month("summit", None, 48))

    known, spread = tree.findall("svg/path")
    assert known.get("d") == "M0 1000v-500h31v500z"
    assert spread.get("class") == "spread"
    assert spread.get("d").startswith("M0 500v-500h31v500zM31 1000v-500h28v500z")


def test_columns_lead_into_their_time_and_say_their_number():
    tree = drawn(month("summit", 1, 4), month("position", 1, 3), month("summit", 3, 1))

    found = [
        (link.get("href"), link.findtext("title")) for link in tree.findall("g[@class='marks']/a")
    ]
    assert found == [
        ("?from=2025-01-01&to=2025-01-31", "January 2025: 7 entries"),
        ("?from=2025-03-01&to=2025-03-31", "March 2025: 1 entry"),
    ]


def test_nothing_to_count_is_drawn_as_nothing():
    tree = drawn()

    assert tree.findall("svg") == []
    assert tree.findall("g[@class='marks']/a") == []


def test_the_whole_record_has_the_time_shown_marked():
    shown = Window.between(date(2025, 7, 2), date(2025, 12, 31))
    months = {(2025, None): 12, (2025, 1): 1, (2025, 7): 3}

    tree = ElementTree.fromstring(strips.overview(months, YEAR, shown, link))

    frame = tree.find("rect[@class='shown']")
    assert (frame.get("x"), frame.get("width")) == ("49.86%", "50.14%")
    assert [path.get("d").count("M") for path in tree.findall("svg/path")] == [2, 12]


def test_time_beyond_the_record_is_marked_at_its_edge():
    shown = Window.between(date(2030, 1, 1), date(2030, 1, 31))

    tree = ElementTree.fromstring(strips.overview({(2025, 1): 1}, YEAR, shown, link))

    frame = tree.find("rect[@class='shown']")
    assert (frame.get("x"), frame.get("width")) == ("100.00%", "0.00%")
