"""Every mistake in a file is told with its place, all at once, and nothing is kept."""

import pytest
from django.db import DatabaseError

from events import importing
from events.desk import records
from events.importing import LoadError
from tests.importing.loading.outcome import File, problems_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("date: 2025-04\n    status", "date: soon\n    status", "summits: oslo-2: date: "),
        (
            "date: 2025-04\n    status",
            "status",
            "summits: oslo-2: date: This is missing.",
        ),
        (
            "status: held",
            "status: over",
            "summits: oslo-2: status: “over” is none of these: planned, held, postponed,",
        ),
        (
            "country: NO, zone",
            "country: no, zone",
            "summits: oslo-2: places 1: country: Two capital",
        ),
        (
            *("Europe/Oslo", "Oslo"),
            "summits: oslo-2: places 1: zone: There is no time zone “Oslo”. Did you mean",
        ),
        (
            *("places: [{name: {en: Oslo, de: Oslo}, country: NO, zone: Europe/Oslo}]",),
            *("place_country: NO",),
            "summits: oslo-2: place_country: There is no such key. A meeting has a list of places",
        ),
        (
            "name: {en: Oslo, de: Oslo}, country: NO, zone",
            *("zone", "summits: oslo-2: places 1: Name the place or its country."),
        ),
        (
            "moved_on: 2025-03-10",
            "moved_on: 2025-03-10/2025-03-12",
            "summits: oslo-2: earlier_dates 1: moved_on: One date stands here, not a span",
        ),
        (
            "follows: oslo-1",
            "follows: oslo-3",
            "summits: oslo-2: follows: There is no “oslo-3” among",
        ),
        (
            "follows: oslo-1",
            "follows: rain",
            "summits: oslo-2: follows: There is no “rain” among",
        ),
        (
            "follows: oslo-1",
            "follows: oslo-2",
            "summits: oslo-2: follows: This goes round in a circle",
        ),
        (
            "actors: [finland]",
            "actors: [finnland]",
            "among the actors, here or on the desk. Did you mean “finland”?",
        ),
        (
            "actors: [finland]",
            "actors: [finland, finland]",
            "actors 2: This actor has this role already.",
        ),
        (
            "actors: [finland]",
            "actors: [{actor: finland, role: host}]",
            "actors 1: role: An entry of",
        ),
        (
            "actors: [finland]",
            "actors: [{role: holder}]",
            "actors 1: actor: This is missing.",
        ),
        (
            "actors: [finland]",
            "actors: [{actor: finland, status: absent}]",
            "actors 1: status: Only a",
        ),
        (
            "process: talks\n    title: {en: It rained",
            "process: talk\n    title: {en: It rained",
            "rain: process: There is no “talk” among the processes, here or on the desk. Did you",
        ),
        (
            "process: talks\n    title: {en: It rained",
            "processes: [talks, talk]\n    title: {en: It rained",
            "developments: rain: processes 2: There is no “talk” among",
        ),
        (
            "process: talks\n    title: {en: It rained",
            "processes: [talks]\n    process: talks\n    title: {en: It rained",
            "rain: process: Either “process” or “processes” stands here, not both.",
        ),
        (
            "process: talks\n    title: {en: It rained",
            "process: [talks]\n    title: {en: It rained",
            "developments: rain: process: One short name is expected here.",
        ),
        (
            "process: talks\n    title: {en: It rained",
            "title: {en: It rained",
            "developments: rain: processes: At least one is missing here.",
        ),
        ("    stance: supports\n", "", "positions: finland-on-truce: stance: This is missing"),
        ("{en: Finland is for it, de: Finnland ist dafür}", "{}", "title: This text is missing."),
        ("    title: {en: It rained, de: Es regnete}\n", "", "rain: title: This text is missing."),
        (
            "en: It rained",
            f"en: {'x' * 501}",
            "developments: rain: title: en: Ensure this value has at",
        ),
        ("value: 200\n", "value: many\n", "patrol: roll_call 1: value: A number is expected here"),
        (
            "        unit: soldiers\n",
            "",
            "patrol: roll_call 1: unit: An amount needs its unit: “euros”, “soldiers”.",
        ),
        (
            "        value: 200\n",
            "",
            "patrol: roll_call 1: value: A unit needs the amount that it is the unit of.",
        ),
        (
            "{actor: finland, source: gazette, locator: p. 9}",
            "{actor: finland}",
            "patrol: roll_call 2: source: Say which of the cited sources this is from.",
        ),
        ("value: 500\n", "value: NaN\n", "patrol: figures 1: value: "),
        ("value: 500\n", "value: 1e999999999\n", "patrol: figures 1: value: "),
        ("low: 300,", "low: 1000,", "patrol: figures 2: high: The low end is"),
        (
            "- {measure: soldiers, low: 300, high: 900.5}",
            "- {measure: soldiers}",
            "figures 2: A figure",
        ),
        (
            "domains: [land, sea]",
            "domains: [land, see]",
            "the domains, here or on the desk. Did you mean “sea”?",
        ),
        (
            "domain: sea\n",
            "domain: traning\n",
            "roll_call 1: domain: There is no “traning” among the domains, here or on",
        ),
        ("country: FI", "country: NO", "actors: finland: country: “Norway” has"),
        (
            "    represents: norway\n",
            "    represents: ola\n",
            "actors: ola: represents: This goes round",
        ),
        ("  gazette:\n", "  ga zette:\n", "sources: ga zette: slug: Enter a valid “slug”"),
        ("    language: en\n", "", "sources: gazette: language: This is missing."),
        (
            "role: lead, since: 2024",
            "role: boss, since: 2024",
            "league: members 1: role: “boss” is none of these",
        ),
        (
            "{actor: finland, source: gazette}",
            "{actor: league, source: gazette}",
            "league: members 2: actor: An actor",
        ),
        ("date: 2025-05,", "date: then,", "commitments: patrol: history 1: date: "),
    ],
)
def test_a_mistake_is_told_with_its_place(file: File, old: str, new: str, problem: str) -> None:
    told = problems_of(file((old, new)))
    assert [text for text in told if problem in text], told


def test_a_mistake_is_told_once(file: File) -> None:
    """Not again for everything that names the record with the mistake."""
    [told] = problems_of(file(("    country: NO\n", "    country: NOR\n")))
    assert told.startswith("actors: norway: country: A code of ISO 3166: two capital letters")
    assert problems_of(file(("    language: en\n", ""))) == [
        "sources: gazette: language: This is missing."
    ]
    assert len(problems_of(file(("date: 2025-04\n    status", "date: soon\n    status")))) == 1


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(file: File) -> None:
    told = problems_of(
        file(
            ("{en: Talks, de: Gespräche}", "Talks"),
            ("    country: FI\n", "    country: FIN\n"),
            ("status: held", "status: over"),
            ("follows: oslo-1", "folows: oslo-1"),
            ("value: 500\n", "value: many\n"),
            ("actors: [finland]", "actors: [finnland, {actor: norway, role: host}]"),
            ("    stance: supports\n", ""),
        )
    )
    assert [": ".join(text.split(": ")[:3]) for text in told] == [
        "processes: talks: name",
        "actors: finland: country",
        "summits: oslo-2: status",
        "summits: oslo-2: folows",
        "commitments: patrol: figures 1",
        "positions: finland-on-truce: stance",
        "positions: finland-on-truce: actors 1",
        "positions: finland-on-truce: actors 2",
    ]


def test_a_mistake_in_a_file_that_is_loaded_again_leaves_the_first_state(file: File) -> None:
    importing.load(file())
    told = problems_of(file(("status: held", "status: over"), ("value: 500", "value: 5")))
    assert len(told) == 1


def test_what_validation_misses_is_no_traceback(
    file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise DatabaseError("disk I/O error\nat page 3")

    monkeypatch.setattr(records, "write", refuse)
    with pytest.raises(LoadError, match="refused it: disk I/O error at page 3"):
        importing.load(file())


def test_a_kind_cannot_change_under_the_same_short_name(file: File) -> None:
    importing.load(file())
    [told] = problems_of(
        file(
            text="""\
developments:
  patrol:
    process: talks
    title: {en: Patrol, de: Patrouille}
    date: 2025-04
"""
        )
    )
    assert told.startswith("developments: patrol: slug: ")
    assert "already exists" in told
