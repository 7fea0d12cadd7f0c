import pytest

from events.desk import lookup

PAGE = "example.org/2026/01/06/paris"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2026/01/06/paris",
        "http://example.org/2026/01/06/paris/",
        "https://www.example.org/2026/01/06/paris#more",
        "https://EXAMPLE.org:443/2026/01/06/paris?utm_source=x&utm_medium=mail",
        "https://example.org/2026/01/06/paris?fbclid=abc",
        " https://example.org/2026/01/06/paris? ",
        "example.org/2026/01/06/paris",
    ],
)
def test_one_page_has_one_spelling(address):
    assert lookup.one_spelling(address) == PAGE


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2026/01/06/Paris",
        "https://example.org/2026/01/06/paris?id=5",
        "https://example.org/2026/01/06/paris?page=2",
        "https://de.example.org/2026/01/06/paris",
        "https://example.org:8080/2026/01/06/paris",
        "https://example.com/2026/01/06/paris",
    ],
)
def test_what_may_be_another_page_is_spelt_otherwise(address):
    assert lookup.one_spelling(address) not in ("", PAGE)


@pytest.mark.parametrize("text", ["", "France", "two words", "http://[", "https://x:y/", "   "])
def test_what_is_no_address_has_no_spelling(text):
    assert lookup.one_spelling(text) == ""


def test_long_addresses_are_told_apart_by_their_ends():
    one, other = ("https://example.org/" + "a" * 400 + end for end in ("1", "2"))

    assert lookup.one_spelling(one) != lookup.one_spelling(other)
    assert len(lookup.one_spelling(one)) <= 200
