"""Every text of the site is there in every language. `make messages` collects them."""

import ast
from io import BytesIO

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS
from babel.messages.mofile import read_mo

from tracker import messages
from tracker.settings import BASE_DIR


@pytest.fixture(params=messages.languages())
def language(request):
    return request.param


def translations(catalog):
    """The translations by context and text. A compiled one has lists and bytes."""
    return {
        (_text(message.context), _text(message.id)): _text(message.string)
        for message in catalog
        if message.id
    }


def _text(value):
    if isinstance(value, bytes):
        return value.decode()
    return tuple(value) if isinstance(value, list) else value


def test_each_text_is_translated(language):
    assert messages.missing(messages.read(language)) == []


def test_the_catalogue_holds_the_texts_of_the_sources(language):
    texts = translations(messages.collect()).keys()

    assert translations(messages.read(language)).keys() == texts


def test_placeholders_survive_translation(language):
    catalog = messages.read(language)
    errors = [f"{message.id}: {error}" for message in catalog for error in message.check(catalog)]
    assert errors == []


def test_the_compiled_catalogue_is_that_of_the_source(language):
    """Where this fails, any target of the Makefile compiles it: `make lint`."""
    compiled = messages.path_of(language).with_suffix(".mo")
    with compiled.open("rb") as file:
        assert translations(read_mo(file)) == translations(messages.read(language))


def translated_in_f_strings(tree):
    """The calls of what translates within f-strings, whatever name it was imported by."""
    names = {"_"} | {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in messages.KEYWORDS
    }
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    calls = [node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call)]
    called = [
        (getattr(call.func, "id", "") or getattr(call.func, "attr", ""), call) for call in calls
    ]
    return [call for name, call in called if name in names or name in messages.KEYWORDS]


def test_no_text_is_translated_within_an_f_string():
    """The collection does not see it there, so that it would stay English."""
    found = [
        f"{path.relative_to(BASE_DIR)}:{call.lineno}"
        for folder in messages.FOLDERS
        for path in sorted((BASE_DIR / folder).rglob("*.py"))
        for call in translated_in_f_strings(ast.parse(path.read_bytes()))
    ]

    assert found == []


def unknown_names(tree):
    """The names under which a module imports what translates, where the collection knows none."""
    return [
        name.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in messages.KEYWORDS and (name.asname or name.name) not in messages.KEYWORDS
    ]


def test_what_translates_has_a_name_that_the_collection_knows():
    """It does not see the texts under any other, so that they would stay English."""
    found = [
        f"{path.relative_to(BASE_DIR)}: {name}"
        for folder in messages.FOLDERS
        for path in sorted((BASE_DIR / folder).rglob("*.py"))
        for name in unknown_names(ast.parse(path.read_bytes()))
    ]

    assert found == []
    assert unknown_names(ast.parse("from x import gettext as _t, gettext_lazy as _")) == ["_t"]


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("f'{_(\"Who\")} there'", 1),
        ("from x import gettext_lazy as said\nf'{escape(said(\"Who\"))} there'", 1),
        ('f\'{translation.ngettext("one", "two", 2)} there\'', 1),
        ("who = _('Who')\nf'{who} there'", 0),
    ],
)
def test_such_texts_are_found(source, number):
    assert len(translated_in_f_strings(ast.parse(source))) == number


def test_template_texts_are_found():
    template = """{% load i18n %}
      {% if x %}
    <p title="{% translate "Who's there" %}">It's {{ n }} o'clock</p>
   {% endif %}{% translate "May" context "month" %}
 {% blocktranslate count n=3 %}{{ n }} entry{% plural %}{{ n }} entries{% endblocktranslate %}
    """
    found = messages.extract_template(BytesIO(template.encode()), DEFAULT_KEYWORDS, [], {})

    assert [(line, name, text) for line, name, text, _ in found] == [
        (3, "gettext", "Who's there"),
        (4, "pgettext", ("month", "May")),
        (5, "ngettext", ("%(n)s entry", "%(n)s entries", None)),
    ]
