import re
from datetime import date

import pytest
from django.utils.translation import override

from events import public, publishing
from events.presenting.lists.items import item, items, items_of, line_of
from events.presenting.wording.closed_lists import Term
from events.presenting.wording.links import Links
from tests.presenting.conftest import reader


@pytest.fixture
def shown(read):
    return lambda slug: item(read(slug), reader())


def said(line):
    """A line without its links."""
    return re.sub(r"</?a[^>]*>", "", line)


def test_the_line_of_a_summit_is_where_and_who_was_there(record, shown):
    summit = record.summit(
        "paris", place_en="Paris", place_country="FR", actors=["ukraine"], publish=False
    )
    record.part(summit, "russia", "participant", status="absent")
    record.part(summit, "poland", "participant", status="declined")
    record.part(summit, "germany", "participant", status="attended", order=1)
    publishing.publish(summit)

    assert said(shown("paris").line) == "Paris, France · Ukraine, Germany"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ""),
        ({"place_country": "FR"}, "France"),
        ({"actors": ["ukraine"]}, "Ukraine"),
    ],
)
def test_the_line_of_a_summit_of_which_little_is_known(record, shown, fields, line):
    record.summit("paris", **fields)

    assert said(shown("paris").line) == line


def test_the_line_of_a_commitment_is_whose_it_is_and_its_counts(record, shown):
    promise = record.commitment("promise", actors=["the-willing"], publish=False)
    record.called(promise, "poland", stage="announced")
    publishing.publish(promise)

    assert said(shown("promise").line) == "The Willing · no number reported · 1 confirmed"
    with override("de"):
        assert said(shown("promise").line) == "The Willing (de) · keine Zahl gemeldet · 1 bestätigt"


def test_the_line_of_a_position_is_whose_it_is_and_on_what(record, shown):
    record.person("merz", represents="germany")
    record.position("stand", holder="germany", topic="force", speaker="merz")

    assert said(shown("stand").line) == "Germany: Topic force"
    with override("de"):
        assert said(shown("stand").line) == "Germany (de): Thema force"


def test_the_line_of_a_position_cannot_do_harm(record, shown):
    record.actor("odd", name_en="<i>Odd", name_de="Odd")
    record.position("stand", holder="odd")

    assert said(shown("stand").line) == "&lt;i&gt;Odd: Topic force"


def test_who_is_named_in_a_line_leads_to_their_pages(record, shown, read):
    record.position("stand", holder="germany", topic="force")
    record.development("entry", actors=[f"a{place}" for place in range(7)])
    actor, topic = "/en/actors/germany/", "/en/topics/force/"

    assert shown("stand").line == (
        f'<a href="{actor}">Germany</a>: <a href="{topic}">Topic force</a>'
    )
    assert re.findall(r'href="([^"]+)"', shown("entry").line) == [
        f"/en/actors/a{place}/" for place in range(4)
    ]
    assert shown("entry").line.endswith(", 3 more")
    then = item(read("stand"), Links(date(2026, 2, 1), "2026-01-06"))
    assert f'href="{actor}?as_of=2026-01-06"' in then.line
    assert line_of(read("stand"), reader()) == "Germany: Topic force"


@pytest.mark.parametrize("kind", ["development", "question"])
def test_the_line_of_everything_else_is_who_is_named(record, shown, kind):
    getattr(record, kind)("entry", actors=["ukraine", "russia"])

    assert said(shown("entry").line) == "Ukraine, Russia"


def test_an_item(record, shown):
    record.position(
        "stand",
        stance="conditional",
        date="2025-09~",
        title_en="We <might>",
        title_de="",
        summary_en="**Only** if.\n\nMore.",
    )

    found = shown("stand")

    assert (found.slug, found.url) == ("stand", "/en/entries/stand/")
    assert found.kind == Term("position", "Position", "position")
    assert (found.title, found.title.plain) == ("We &lt;might&gt;", "We <might>")
    assert (found.label, found.mark) == ("about September 2025", "approximate")
    assert found.stance == Term("conditional", "Supports on conditions", "conditional", "±")
    assert (found.status, found.excerpt, found.warnings) == (None, "Only if.", [])
    with override("de"):
        found = shown("stand")
        assert found.title == '<bdi lang="en">We &lt;might&gt;</bdi>'
        assert found.excerpt == '<bdi lang="en">Only if.</bdi>'
        assert (found.kind.label, found.mark) == ("Haltung", "ungefähr")


def test_only_positions_have_a_stance_and_what_was_planned_depends_on_the_day(record, shown):
    record.summit("past", date="2026-01-31", status="planned")
    record.summit("today", date="2026-02-01", status="planned")

    assert [shown(slug).stance for slug in ("past", "today")] == [None, None]
    assert [shown(slug).status.label for slug in ("past", "today")] == [
        "Planned; outcome not on record",
        "Planned",
    ]


def test_what_a_source_contradicts_is_marked(record, shown):
    event = record.development("event", publish=False)
    record.cite(event, "denial", stance="contradicts")
    publishing.publish(event)

    assert shown("event").warnings == [Term("contradicted", "contradicted by a source", "wrong")]


def test_items_keep_the_order_of_their_documents(record, read, links):
    slugs = ["b", "a", "c"]
    for slug in slugs:
        record.development(slug)

    found = items([read(slug) for slug in slugs], links)

    assert [one.slug for one in found] == slugs


def test_an_item_is_made_once_for_a_text_a_day_and_a_language(record):
    record.position("germany-on-force", actors=["germany"], date="2026-01-06")
    texts = public.page(public.parse({})).texts
    [made] = items_of(texts, reader())

    with override("de"):
        [german] = items_of(texts, reader())
    [older] = items_of(texts, Links(date(2027, 1, 6)))

    assert items_of(texts, reader())[0] is made
    stances = [item.stance.label for item in (made, german, older)]
    assert stances == ["Supports", "Dafür", "Supports"]
    assert len({made.age, german.age, older.age}) == 3


def test_a_changed_text_is_another_item(record):
    position = record.position("germany-on-force", title_en="Germany agrees")
    [before] = items_of(public.page(public.parse({})).texts, reader())

    position.title_en = "Germany has agreed"
    position.save()
    publishing.publish(position)

    [after] = items_of(public.page(public.parse({})).texts, reader())
    assert (before.title, after.title) == ("Germany agrees", "Germany has agreed")
