from typing import Any

import pytest
from django.utils.translation import override

from events.presenting.lists import roster
from events.presenting.lists.roster import Sheet, on_sheet, ordered, sheets
from events.public import Named


def names(*given):
    return [Named(slug, {"en": slug.title(), "de": slug.title()}, 1) for slug in given]


def on_file(slug, kind="country", **fields):
    empty: dict[str, Any] = {"country": None, "office": {}, "description": {}}
    return {"slug": slug, "kind": kind, "name": {"en": slug.title()}} | empty | fields


def test_names_stand_in_the_order_of_the_readers_language():
    austria = Named("austria", {"en": "Austria", "de": "Österreich"}, 1)
    poland = Named("poland", {"en": "Poland", "de": "Polen"}, 1)
    nameless = Named("moon", {}, 1)

    assert ordered([poland, nameless, austria]) == [austria, nameless, poland]
    with override("de"):
        assert ordered([poland, austria]) == [austria, poland]  # ö stands with o


@pytest.mark.parametrize(("number", "pages"), [(0, 1), (1, 1), (40, 1), (41, 2), (80, 2), (81, 3)])
def test_how_many_pages(number, pages):
    assert len(sheets(names(*["a"] * number))) == pages


def test_a_page_says_what_it_begins_and_ends_with():
    found = names(*(f"a{number:02}" for number in range(40)), "berlin")

    assert sheets(found) == [Sheet(1, "A00 – A39"), Sheet(2, "Ber – Ber")]
    assert [named.slug for named in on_sheet(found, 2)] == ["berlin"]
    assert on_sheet(found, 3) == []
    assert sheets([]) == [Sheet(1, "")]


def test_actors_by_kind(links):
    records = [
        on_file("merz", "person", office={"en": "Chancellor"}, country="DE"),
        on_file("france", country="FR"),
        on_file("nato", "organisation", description={"en": "An <alliance>."}),
        on_file("the-willing", "coalition"),
    ]

    found = roster.actors(names("france", "gone", "merz", "nato", "the-willing"), records, links)

    assert [
        (group.key, group.heading, [(one.name, one.url, one.about) for one in group.listed])
        for group in found
    ] == [
        ("country", "Countries", [("France", "/en/actors/france/", "")]),
        ("organisation", "Organisations", [("Nato", "/en/actors/nato/", "An &lt;alliance&gt;.")]),
        ("coalition", "Coalitions", [("The-Willing", "/en/actors/the-willing/", "")]),
        ("person", "People", [("Merz", "/en/actors/merz/", "Chancellor, Germany")]),
    ]


def test_topics_with_the_beginning_of_their_description(links):
    records = [
        {"slug": "force", "name": {"en": "A force"}, "description": {"en": "word " * 50}},
    ]

    [found] = roster.topics(names("force", "gone"), records, links)

    assert (found.name, found.url, found.entries) == ("A force", "/en/topics/force/", 1)
    assert found.about.endswith(" …")
    assert len(found.about) < 170


def test_a_name_is_that_of_the_record_and_not_that_of_the_list(links):
    records = [on_file("france", name={"en": "Former name"})]

    [group] = roster.actors(names("france"), records, links)

    assert group.listed[0].name == "Former name"
