import pytest

from events.desk import free_slug
from events.models import Actor, Position, Source, Summit


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        (["Leaders meet in Paris"], "leaders-meet-in-paris"),
        (["Gespräche über Türkei & Öl"], "gespraeche-ueber-tuerkei-oel"),
        (["Переговоры", "Talks"], "talks"),
        (["U.S. and EU"], "us-and-eu"),
        (["北京"], "summit"),
        ([], "summit"),
    ],
)
def test_a_short_name_is_made_from_what_a_record_is_called(db, names, slug):
    assert free_slug(Summit, names) == slug


def test_a_long_one_ends_at_a_word(db):
    slug = free_slug(Summit, ["security guarantees " * 10])

    assert slug == "security-guarantees-security-guarantees-security-guarantees-security"
    assert len(free_slug(Summit, ["a" * 200])) == 70


def test_one_that_is_taken_gets_a_number(record):
    record.actor("france")
    record.actor("france-2")

    assert free_slug(Actor, ["France"]) == "france-3"
    assert free_slug(Source, ["France"]) == "france"


def test_what_any_entry_was_published_under_is_taken(record):
    record.summit("paris")
    entry = record.position("london", holder="france", topic="force")
    Position.objects.filter(pk=entry.pk).update(slug="rome")

    assert free_slug(Position, ["Paris"]) == "paris-2"
    assert free_slug(Summit, ["London"]) == "london-2"
