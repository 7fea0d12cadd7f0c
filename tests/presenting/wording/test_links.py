from datetime import date

import pytest
from django.urls import set_script_prefix
from django.utils.translation import override

from events.presenting.wording.links import Links

DAY = date(2026, 1, 6)


@pytest.mark.parametrize(
    ("language", "as_of", "address"),
    [
        ("en", "", "/en/entries/paris/"),
        ("de", "", "/de/entries/paris/"),
        ("en", "2026-01-06", "/en/entries/paris/?as_of=2026-01-06"),
        (
            "de",
            "2026-01-06T10:00:00+01:00",
            "/de/entries/paris/?as_of=2026-01-06T10%3A00%3A00%2B01%3A00",
        ),
    ],
)
def test_the_address_of_an_entry(language, as_of, address):
    with override(language):
        assert Links(DAY, as_of).entry("paris") == address


@pytest.mark.parametrize(
    ("filters", "as_of", "query"),
    [
        ([("actor", "france")], "", "actor=france"),
        ([("kind", "position"), ("topic", "force")], "", "kind=position&topic=force"),
        ([("actor", "france")], "2026-01-06", "actor=france&as_of=2026-01-06"),
        ([], "2026-01-06", "as_of=2026-01-06"),
        ([("q", 'a&b="c"')], "", "q=a%26b%3D%22c%22"),
        ([("q", "Frühjahr")], "", "q=Fr%C3%BChjahr"),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_address_of_a_list(language, filters, as_of, query):
    with override(language):
        assert Links(DAY, as_of).timeline(*filters) == f"/{language}/timeline/?{query}"


def test_the_day_is_text_that_compares_like_the_days_of_documents():
    assert Links(date(987, 1, 2)).day == "0987-01-02"


def test_a_list_of_links_keeps_the_language_in_which_it_was_begun():
    with override("de"):
        links = Links(DAY)

    assert links.entry("paris") == "/de/entries/paris/"


def test_links_of_the_same_day_language_and_state_are_the_same():
    with override("de"):
        german = Links(DAY)
        assert (german == Links(DAY), hash(german) == hash(Links(DAY))) == (True, True)
        others = [Links(DAY, "2026-01-06"), Links(date(2026, 1, 7))]
    with override("en"):
        others.append(Links(DAY))
    with override("de"):
        set_script_prefix("/record/")
        others.append(Links(DAY))
        set_script_prefix("/")

    assert [german == other for other in others] == [False] * 4
