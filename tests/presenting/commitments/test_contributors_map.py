"""The map: each country once, everybody who takes part somewhere, and the same as a table."""

import pytest
from django.utils.translation import override

from events.presenting.commitments.contributors_map import PLACES, drawn, takers
from events.presenting.wording import closed_lists as words
from events.public import TagCount


def tally(slug, number=1):
    name = slug.rpartition("/")[2].title()
    return TagCount(slug, number, {"en": name}, tag=0)


DOMAINS = [
    TagCount("air", 9, {"en": "In the air", "de": "In der Luft"}, tag=0),
    TagCount("sea", 9, {"en": "At sea", "de": "Zur See"}, tag=0),
    TagCount("party", 9, {"en": "Party finance"}, tag=0),
]


def taking_part(*tallies):
    return takers(tallies, DOMAINS, lambda slug: f"/{slug}", lambda slug: f"/actors/{slug}")


def test_every_place_is_taken_once_and_by_a_country():
    assert len(set(PLACES.values())) == len(PLACES)
    assert all(0 <= column < 12 and 0 <= row < 10 for column, row in PLACES.values())
    assert all(words.country(code) != code for code in PLACES)


@pytest.mark.parametrize(
    ("one", "other", "axis"),
    [("PT", "ES", 0), ("GB", "PL", 0), ("PL", "UA", 0), ("NO", "IT", 1), ("EE", "GR", 1)],
)
def test_places_are_about_right(one, other, axis):
    """West is left and north is up."""
    assert PLACES[one][axis] < PLACES[other][axis]


def test_the_parts_of_one_actor_are_brought_together():
    [france] = taking_part(
        tally("FR/party/france", 5),
        tally("FR/contributor/france", 3),
        tally("FR/confirmed/france"),
        tally("FR/in:sea/france", 3),
        tally("FR/in:air/france", 2),
        tally("FR/in:party/france", 3),
        tally("FR/member/france", 4),
    )

    assert (france.name, france.url, france.country) == ("France", "/france", "FR")
    assert (france.bound, france.contributes, france.confirmed, france.member) == (5, 3, 1, 4)
    assert france.domains == [("At sea", 3), ("Party finance", 3), ("In the air", 2)]
    assert france.said == (
        "contributes to 3 commitments, has itself confirmed its contribution to 1 commitment,"
        " bound by 5 commitments, member of a coalition that is bound by 4 commitments"
    )


def test_numbers_are_told_in_the_reader_s_language():
    [france] = taking_part(tally("FR/party/france", 2884), tally("FR/member/france"))

    with override("de"):
        assert france.said == (
            "an 2.884 Zusagen gebunden, Mitglied einer Koalition, die an 1 Zusage gebunden ist"
        )


def test_who_is_only_a_member_has_promised_nothing():
    listed = taking_part(
        tally("PL/member/poland"), tally("FR/member/france"), tally("FR/party/france")
    )

    assert {taker.name: taker.url for taker in listed} == {
        "France": "/france",
        "Poland": "/actors/poland",
    }


@pytest.mark.parametrize(
    ("parts", "tone", "sign"),
    [
        (["party", "contributor", "confirmed", "member"], "confirmed", "✓"),
        (["party", "contributor"], "contributes", "●"),
        (["party", "member"], "bound", "○"),
        (["member"], "member", "·"),
    ],
)
def test_the_state_is_the_most_that_can_be_said(parts, tone, sign):
    [taker] = taking_part(*(tally(f"FR/{part}/france") for part in parts))

    assert (taker.state.tone, taker.state.sign) == (tone, sign)


def test_those_who_confirmed_come_first_then_those_who_contribute():
    listed = taking_part(
        tally("PL/party/poland", 9),
        tally("FR/contributor/france"),
        tally("DE/contributor/germany"),
        tally("DE/confirmed/germany"),
        tally("IT/member/italy"),
    )

    assert [taker.name for taker in listed] == ["Germany", "France", "Poland", "Italy"]


def test_those_who_take_part_alike_stand_by_name():
    listed = takers(
        [
            TagCount(slug=f"/party/{name}", number=1, name={"en": name}, tag=0)
            for name in ("Zypern", "Österreich", "Irland")
        ],
        [],
        lambda slug: slug,
        lambda slug: slug,
    )

    assert [taker.name for taker in listed] == ["Irland", "Österreich", "Zypern"]


def test_everybody_has_a_place():
    listed = taking_part(
        tally("FR/party/france"),
        tally("FR/confirmed/a-minister"),
        tally("CA/party/canada"),
        tally("/party/league"),
    )
    shown = drawn(listed)

    tiles = {tile.code: tile.taker for tile in shown.tiles}
    assert tiles.keys() == PLACES.keys()
    # Two actors of one country: the one that comes first in the table.
    assert [(code, taker.name) for code, taker in tiles.items() if taker] == [("FR", "A-Minister")]
    assert [taker.name for taker in shown.elsewhere] == ["Canada"]
    assert [taker.name for taker in shown.others] == ["League"]
    assert shown.takers == listed
    assert [(tile.column, tile.row) for tile in shown.tiles] == list(PLACES.values())


def test_nobody_leaves_the_map_empty():
    shown = drawn([])

    assert all(tile.taker is None for tile in shown.tiles)
    assert (shown.elsewhere, shown.others, shown.takers) == ([], [], [])
