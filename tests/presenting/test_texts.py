import pytest
from django.utils.translation import override

from events.presenting.texts import Text, chosen, text, text_in


def test_the_readers_language_is_chosen():
    with override("de"):
        assert text({"en": "France", "de": "Frankreich"}) == "Frankreich"


def test_another_language_is_marked():
    with override("de"):
        found = text({"en": "France"})

    assert found == '<bdi lang="en">France</bdi>'
    assert (found.plain, found.language) == ("France", "en")


@pytest.mark.parametrize("texts", [{}, None])
def test_no_text_is_false(texts):
    assert chosen(texts) == ("", None)
    assert not text(texts)


def test_no_text_in_another_language_is_false():
    assert not text_in(None, "xx")


@pytest.mark.parametrize("name", ["שלום", "عالم", "\u202eevil", "a\u2067b"])
def test_what_turns_the_direction_stays_by_itself(name):
    assert Text.of(name) == f"<bdi>{name}</bdi>"


def test_texts_are_escaped_and_languages_too():
    assert Text.of("<b>", 'x"y') == '<bdi lang="x&quot;y">&lt;b&gt;</bdi>'
    assert Text.of("<b>").plain == "<b>"
