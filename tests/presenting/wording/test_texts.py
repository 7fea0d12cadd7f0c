import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from events.presenting.wording.texts import Text, chosen, enumerated, joined, text, text_in


def test_the_readers_language_is_chosen():
    with override("de"):
        assert text({"en": "France", "de": "Frankreich"}) == "Frankreich"


@pytest.mark.parametrize(
    ("reader", "texts", "found"),
    [
        ("en", {"en": "a", "de": "b"}, ("a", None)),
        ("de", {"en": "a", "de": "b"}, ("b", None)),
        ("de", {"en": "a"}, ("a", "en")),
        ("en", {"de": "b"}, ("b", "de")),
        ("en", {"uk": "c", "de": "b"}, ("c", "uk")),
        (None, {"de": "b"}, ("b", "de")),
    ],
)
def test_which_language_is_chosen(reader, texts, found):
    with override(reader):
        assert chosen(texts) == found


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


@pytest.mark.parametrize(
    ("plain", "language", "html"),
    [
        ("Quote", "en", "Quote"),
        ("Zitat", "de", '<bdi lang="de">Zitat</bdi>'),
        ("a < b & c", "de", '<bdi lang="de">a &lt; b &amp; c</bdi>'),
        ("שלום", "he", '<bdi lang="he">שלום</bdi>'),
        ("", "de", ""),
        (None, "en", ""),
    ],
)
def test_a_text_that_exists_in_one_language_only(plain, language, html):
    assert text_in(plain, language) == html


@pytest.mark.parametrize(
    "name",
    [
        *("שלום", "عالم", "\u202eevil", "a\u2067b", "a\u200fb", "a\u2066b", "ܫܠܡܐ", "ﺏ", "\ufeffa"),
        "France (فرنسا)",
    ],
)
def test_what_turns_the_direction_stays_by_itself(name):
    assert Text.of(name) == f"<bdi>{name}</bdi>"


@pytest.mark.parametrize(
    "name", ["Київ", "Москва", "Αθήνα", "北京", "🇺🇦 👩‍👩‍👧", "é̂", "–„“…", "a\u200bb"]
)
def test_what_does_not_turn_the_direction_needs_no_element(name):
    assert Text.of(name) == name


def test_texts_are_escaped_and_languages_too():
    assert Text.of("<b>", 'x"y') == '<bdi lang="x&quot;y">&lt;b&gt;</bdi>'
    assert Text.of("<b>").plain == "<b>"


def test_what_turns_the_direction_is_escaped_all_the_same():
    assert Text.of("</bdi>\u202e<b>") == "<bdi>&lt;/bdi&gt;\u202e&lt;b&gt;</bdi>"


@pytest.mark.parametrize(
    ("texts", "joint", "html"),
    [
        ([], ", ", ""),
        (["a"], ", ", "a"),
        (["a", "b"], ", ", "a, b"),
        ([Text.of("<a>"), Text.of("b", "de")], " · ", '&lt;a&gt; · <bdi lang="de">b</bdi>'),
        (["a", "b"], " < ", "a &lt; b"),
    ],
)
def test_texts_in_a_row(texts, joint, html):
    found = joined(texts, joint)

    assert found == html
    assert isinstance(found, SafeString)


@pytest.mark.parametrize(
    ("names", "english", "german"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A and B", "A und B"),
        (["A", "B", "&amp;"], "A, B and &amp;", "A, B und &amp;"),
    ],
)
def test_names_in_a_sentence(names, english, german):
    assert enumerated(names) == english
    with override("de"):
        assert enumerated(names) == german
