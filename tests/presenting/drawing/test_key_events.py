"""Key events come first where there is no room for all names."""

from datetime import date

from events.presenting.drawing.chapters.entries import entries_of
from events.presenting.wording import Links
from tests.presenting.drawing.making import made


def ranked(*documents):
    found = entries_of(documents, Links(date(2026, 11, 26)))
    return [entry.slug for entry in sorted(found, key=lambda entry: -entry.weight)]


def test_a_key_event_outweighs_whatever_names_more():
    large = made("summit", "2026-01-06", 1, actors=[f"actor-{number}" for number in range(12)])
    follows = {"id": large["id"], "slug": large["slug"]}
    later = [made("summit", "2026-02-01", number, follows=follows) for number in range(2, 9)]
    marked = made("development", "2025-01-01", actors=[], key_event=True)

    assert ranked(large, *later, marked)[:2] == ["development-0", "summit-1"]


def test_of_two_the_weightier_comes_first():
    marked = [made(kind, "2026-01-06", key_event=True) for kind in ("question", "summit")]

    assert ranked(*marked) == ["summit-0", "question-0"]


def test_what_is_contradicted_counts_as_named():
    claim, other = made("development", "2026-01-06", 1), made("development", "2026-01-06", 2)
    against = [{"id": claim["id"], "slug": claim["slug"]}]
    denial = made("position", "2026-01-07", contradicts=against)

    assert ranked(other, claim, denial)[0] == "development-1"
