"""The ribbons on the page of an actor and of a topic."""

import re

import pytest

from events.presenting.drawing import ribbons_of_actor, ribbons_of_topic
from events.presenting.drawing.chapters.ribbons import MOST_ROWS
from events.presenting.wording import Links
from tests.presenting.drawing.making import TODAY, made


def position(edtf, stance="supports", number=0, actors=("germany",), topic="force", **fields):
    topics = [{"slug": topic, "name": {"en": topic.title()}, "wider": []}]
    return made(
        "position", edtf, number, stance=stance, actors=list(actors), topics=topics, **fields
    )


def of_actor(*documents, slug="germany"):
    return ribbons_of_actor(documents, slug, Links(TODAY), TODAY.toordinal())


def marks(row):
    return re.findall(r'<a href="([^"]+)"><title>([^<]+)</title>', row.strip)


def test_a_row_for_each_topic_the_one_that_moved_first():
    found = of_actor(
        position("2026-02-01", topic="air"),
        position("2026-01-01", "opposes", 1),
        position("2026-01-20", "supports", 2),
    )

    assert [(row.name, row.url) for row in found.rows] == [
        ("Force", "/en/positions/germany/force/"),
        ("Air", "/en/positions/germany/air/"),
    ]
    assert marks(found.rows[0]) == [
        ("/en/entries/position-1/", "Opposes, 1 January 2026: Title of position-1"),
        ("/en/entries/position-2/", "Supports, 20 January 2026: Title of position-2"),
    ]
    assert 'aria-label="Force"' in found.rows[0].strip


def test_only_what_the_actor_holds_itself_or_is_held_for_it():
    by_person = position("2026-01-01", actors=["merz"])
    by_person["actors"][0]["represents"] = "germany"
    by_person["actor_records"].append({"slug": "germany", "name": {"en": "Germany"}})
    beside = position("2026-01-02", number=1, actors=["france", "germany"], topic="air")
    beside["actors"][1]["role"] = "speaker"

    found = of_actor(by_person, beside)
    assert [row.url for row in found.rows] == ["/en/positions/germany/force/"]
    assert [(row.name, row.url) for row in of_actor(by_person, beside, slug="merz").rows] == [
        ("Germany: Force", "/en/positions/germany/force/")
    ]
    assert of_actor(by_person, beside, slug="poland") is None
    assert of_actor() is None


def test_a_person_has_what_it_voiced_and_whom_it_voiced_it_for():
    voiced = position("2026-01-01", actors=["france", "macron"])
    voiced["actors"][1] |= {"role": "speaker", "represents": "germany", "kind": "person"}

    [row] = of_actor(voiced, slug="macron").rows
    assert (row.name, row.url) == ("France: Force", "/en/positions/france/force/")
    # Nothing tells here how long it held: others may have voiced something else since.
    assert "aging" not in row.strip
    assert of_actor(voiced, slug="macron").voiced
    assert "aging" in of_actor(voiced, slug="france").rows[0].strip
    # Whoever only sent the speaker has not said it.
    assert of_actor(voiced) is None


def test_a_row_for_each_actor_on_a_topic_and_none_for_another_topic():
    documents = [
        position("2026-01-01", actors=["france", "germany"]),
        position("2026-01-02", number=1, topic="air"),
    ]

    found = ribbons_of_topic(documents, "force", Links(TODAY), TODAY.toordinal())

    assert [(row.name, row.url) for row in found.rows] == [
        ("France", "/en/positions/france/force/"),
        ("Germany", "/en/positions/germany/force/"),
    ]


@pytest.mark.parametrize(
    ("edtf", "classes"),
    [
        ("2026-01-06", {"supports"}),
        ("../2026-01-06", {"pale supports", "supports"}),
        ("2026-01", {"pale supports", "supports"}),
        ("2026-01~", {"vague supports"}),
    ],
)
def test_what_is_not_certain_is_pale(edtf, classes):
    [row] = of_actor(position(edtf)).rows

    found = set(re.findall(r'<rect class="((?:pale |vague )?supports)"', row.strip))
    assert found == classes
    assert ("doubted" in row.strip) == ("~" in edtf)
    assert ("aging supports" in row.strip) == ("~" not in edtf)


def test_all_places_are_inside():
    found = of_actor(
        position("2017-06-01"),
        position("2026-11-26", "opposes", 1),
        position("../2020-01-01", "conditional", 2, topic="air"),
    )

    for part in [found.axis, *(row.strip for row in found.rows)]:
        places = [float(place) for place in re.findall(r'(?:x|x1|x2)="([\d.-]+)%"', part)]
        assert places
        assert all(0 <= place <= 100 for place in places)


def test_rows_beyond_the_most_are_counted():
    documents = [
        position("2026-01-01", number=number, topic=f"topic-{number:02}")
        for number in range(MOST_ROWS + 3)
    ]

    found = of_actor(*documents)

    assert (len(found.rows), found.more) == (MOST_ROWS, 3)


def test_no_text_of_the_record_is_taken_for_markup():
    odd = position("2026-01-01", topic="force", title={"en": "<b>&"})
    odd["topics"][0]["name"] = {"en": '"<i>'}

    [row] = of_actor(odd).rows

    assert "<b>" not in row.strip
    assert "<i>" not in row.strip
    assert 'aria-label="&quot;&lt;i&gt;"' in row.strip
