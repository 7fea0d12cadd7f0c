"""What the bands say: honest about dates, and about what is not known."""

import copy
import re
from datetime import date

import pytest
from django.utils.translation import override

from events.presenting.drawing.chapters.entries import entries_of
from events.presenting.drawing.chapters.promises import chains_of
from events.presenting.drawing.chapters.room import most_present, present
from events.presenting.drawing.chapters.stances import pairs_of, ribbons_of, stance_of
from events.presenting.drawing.chapters.wide import wide
from events.presenting.wording import Links, stance
from events.vocabulary import Stance
from tests.presenting.drawing.making import TODAY, dated, made, scene, texts


def position(edtf, stance="supports", number=0, **fields):
    fields.setdefault("actors", ["germany"])
    return made("position", edtf, number, stance=stance, **fields)


def ribbons(*documents, today=TODAY):
    [pair] = pairs_of(entries_of(documents, Links(today)))
    found = ribbons_of(pair, today.toordinal())
    return [
        (one.stance, *(str(date.fromordinal(day)) for day in (one.begins, one.fresh, one.ends)))
        for one in found
    ]


def test_a_stance_holds_until_the_next_one_and_ages_after_90_days():
    assert ribbons(position("2026-01-01"), position("2026-06-01", "opposes", 1)) == [
        ("supports", "2026-01-01", "2026-04-01", "2026-06-01"),
        ("opposes", "2026-06-01", "2026-08-30", "2026-11-26"),
    ]


def test_what_was_by_a_day_or_in_a_month_holds_for_certain_from_the_last_day():
    assert ribbons(position("../2026-01-06"))[0][1] == "2026-01-06"
    assert ribbons(position("2026-09"))[0][1] == "2026-09-30"


def test_of_two_around_midnight_the_one_that_came_later_by_the_clock_holds():
    later = position("2026-01-06T23:30:00-05:00", "supports", 0)  # 04:30 UTC on the 7th
    earlier = position("2026-01-07T05:00:00+01:00", "opposes", 1)  # 04:00

    for given in ((later, earlier), (earlier, later)):
        [pair] = pairs_of(entries_of(given, Links(TODAY)))
        assert [stance_of(entry) for entry in pair.said] == ["opposes", "supports"]
        assert ribbons(*given) == [
            ("opposes", "2026-01-07", "2026-01-07", "2026-01-07"),
            ("supports", "2026-01-06", "2026-04-06", "2026-11-26"),
        ]


def test_what_is_known_to_the_day_only_comes_before_what_has_a_time_of_it():
    timed = position("2026-01-06T09:00:00Z", "opposes", 0, rank=0)
    day = position("2026-01-06", "supports", 1, rank=5)

    [pair] = pairs_of(entries_of([timed, day], Links(TODAY)))
    assert [stance_of(entry) for entry in pair.said] == ["supports", "opposes"]


def test_a_vague_statement_never_makes_a_step():
    vague = position("2026-03~", "opposes", 1)

    assert [one[0] for one in ribbons(position("2026-01-01"), vague)] == ["supports"]
    [pair] = pairs_of(entries_of([position("2026-01-01"), vague], Links(TODAY)))
    assert pair.moves == 0
    assert "Who moved" not in " ".join(texts(wide(scene([position("2026-01-01"), vague])).svg))


def test_a_stance_whose_date_ends_is_over_then():
    assert ribbons(position("2026-01-01/2026-01-31"))[0][3] == "2026-02-01"


def test_nothing_goes_on_from_where_a_stance_was_taken_back():
    taken = ribbons(position("2026-01-01"), position("2026-02-01", "taken-back", 1))[1]

    assert taken == ("taken-back", "2026-02-01", "2026-02-01", "2026-02-01")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_word_for_a_stance_is_parted(language):
    with override(language):
        for value in Stance.values:
            words = stance(value).label.split()
            drawn = " ".join(texts(wide(scene([position("2026-01-06", value)])).svg)).split()
            assert [word for word in words if word not in drawn] == []


def test_a_person_stands_for_whom_it_represents():
    merz = position("2026-01-01", actors=["merz"])
    merz["actors"][0]["represents"] = "germany"
    pairs = pairs_of(entries_of([merz, position("2026-02-01", "opposes", 1)], Links(TODAY)))

    assert [(pair.holder, pair.moves) for pair in pairs] == [("germany", 1)]


def test_a_change_is_a_step_that_says_since_when():
    drawing = wide(scene([position("2026-01-05"), position("2026-02-01", "opposes", 1)]))

    assert 'class="step"' in drawing.svg
    written = texts(drawing.svg)
    assert "Who moved" in " ".join(written)
    assert "− Opposes" in written
    assert "since 1" in " ".join(written)


def meeting(number=0, **fields):
    return made("summit", "2026-01-06", number, **fields)


@pytest.mark.parametrize(
    ("status", "attendance", "expected"),
    [
        ("held", None, "there"),
        ("held", "attended", "there"),
        ("held", "absent", "away"),
        ("held", "declined", "away"),
        ("planned", None, "expected"),
        ("cancelled", None, "expected"),
    ],
)
def test_who_was_there_who_was_not_and_who_was_expected(status, attendance, expected):
    document = meeting(status=status, actors=["germany"])
    document["actors"][0]["status"] = attendance
    [entry] = entries_of([document], Links(TODAY))

    assert present(entry) == {"germany": expected}


def test_those_most_often_named_are_in_the_room():
    entries = entries_of(
        [meeting(1, actors=["france", "germany"]), meeting(2, actors=["germany"])], Links(TODAY)
    )

    assert most_present(entries) == ["germany", "france"]


def test_what_came_of_a_meeting_is_written_where_no_word_has_to_be_parted():
    long = "Verteidigungsausschussvorsitzendenkonferenz"
    short = texts(wide(scene([meeting(title={"en": "They agree"})])).svg)
    parted = texts(wide(scene([meeting(title={"en": f"The {long} meets"})])).svg)

    assert "They agree" in short
    assert "Paris6 Jan" in parted
    assert not [text for text in parted if "Verteidigung" in text]


def promise(number=0, edtf="2026-01-06", **fields):
    return made("commitment", edtf, number, **fields)


def test_commitments_that_take_up_one_another_share_a_row():
    first = promise(1)
    second = promise(2, "2026-02-06")
    second["restates"] = [{"id": first["id"], "slug": first["slug"], "how": "strengthens"}]
    chains = chains_of(entries_of([second, promise(3), first], Links(TODAY)))

    assert sorted([entry.slug for entry in chain] for chain in chains) == [
        ["commitment-1", "commitment-2"],
        ["commitment-3"],
    ]


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({}, ["made", "aging commitment"]),
        ({"condition": {"text": {"en": "Peace"}, "state": "pending"}}, ["waiting"]),
        ({"condition": {"text": {"en": "Peace"}, "state": "failed"}}, ["failed"]),
        ({"history": [{"status": "fulfilled", "date": "2026-03-01"}]}, ["done"]),
        ({"history": [{"status": "broken", "date": "2026-03-01"}]}, ["failed"]),
        ({"history": [{"status": "fulfilled", "date": "2027-03-01"}]}, ["aging commitment"]),
    ],
)
def test_what_became_of_a_commitment_has_a_sign(fields, drawn):
    fields = copy.deepcopy(fields)
    for change in fields.get("history", []):
        change["date"] = dated(change["date"])
    svg = wide(scene([promise(**fields)])).svg
    found = {*re.findall(r'class="(made|aging commitment|waiting|done|failed)"', svg)}

    assert {*drawn} <= found
    assert len(found & {"done", "failed", "waiting"}) == len(
        {*drawn} & {"done", "failed", "waiting"}
    )


def test_an_open_question_stays_open_and_an_answered_one_is_closed():
    answer = made("development", "2026-03-01", 1)
    closed = made("question", "2026-01-01", 2, status="answered")
    closed["answered_by"] = {"id": answer["id"], "slug": answer["slug"]}
    svg = wide(scene([answer, closed, made("question", "../2026-01-06", 3)])).svg

    assert svg.count('class="asked open"') == svg.count('class="asked answered"') == 1
    assert 'class="fading question"' in svg
