import pytest

from events import publishing
from events.public.lists.similar import names_resembling, resembling
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def slugs(slug):
    return [document["slug"] for document in resembling(slug)]


def a_record():
    record.summit("paris-2026", title_en="Summit in Paris", date="2026-01-06")
    record.summit("berlin-2025", title_en="Meeting in Berlin", date="2025-12-15")
    publishing.withdraw(record.summit("paris-2024", title_en="Summit in Paris", date="2024"))
    record.summit("paris-2027", title_en="Summit in Paris", publish=False)


@pytest.mark.parametrize(
    ("slug", "found"),
    [
        ("summit-paris-2026", ["paris-2026"]),
        ("paris-conference-2026", ["paris-2026"]),  # all words but one
        ("meeting-berlin", ["berlin-2025", "paris-2026"]),  # both are meetings
        ("berlin", ["berlin-2025"]),
        ("tokyo-1999", []),
        ("a-b", []),
        ("", []),
        ("...", []),
        ("\0", []),
        ("x" * 3000, []),
        ("%f0😀", []),
    ],
)
def test_entries_that_have_most_of_the_words(slug, found):
    a_record()

    assert slugs(slug) == found


def test_the_most_similar_slug_comes_first():
    for slug in ("talks-in-geneva", "geneva-talks", "other"):
        record.development(slug, title_en="Talks in Geneva")

    assert slugs("geneva-talks-1")[:2] == ["geneva-talks", "talks-in-geneva"]


def test_there_are_at_most_five():
    for number in range(8):
        record.development(f"geneva-{number}", title_en="Geneva")

    assert len(slugs("geneva")) == 5


def test_names():
    record.development("event", actors=["france", "new-france"], topics=["force"])

    assert [name.slug for name in names_resembling("france")] == ["france", "new-france"]
    assert [name.slug for name in names_resembling("topic-force")] == ["force"]
    assert names_resembling("nobody") == []
    assert names_resembling("") == []


def test_searches_are_few(django_assert_max_num_queries):
    a_record()
    with django_assert_max_num_queries(10):
        resembling("one-two-three-four-five-six-seven-eight")
