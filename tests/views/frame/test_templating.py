"""What all readers' templates can rely on."""

import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation
from jinja2 import UndefinedError, nodes
from markupsafe import Markup

from tests.views.reading import jinja

PAGES = settings.BASE_DIR / "templates" / "pages"
TEMPLATES = sorted(str(path.relative_to(PAGES)) for path in PAGES.rglob("*.html"))


def rendered(source, **context):
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_can_be_read(name):
    assert engines["jinja2"].get_template(name)


def test_what_comes_from_the_record_is_escaped():
    assert rendered("{{ name }}", name="<b>") == "&lt;b&gt;"
    assert rendered("{{ name }}", name=Markup("<b>")) == "<b>"
    assert rendered("{% trans %}for {{ name }}{% endtrans %}", name="<b>") == "for &lt;b&gt;"


@pytest.mark.parametrize(
    "source", ["{{ missing }}", "{% if missing %}{% endif %}", "{{ {}.gone }}"]
)
def test_what_a_page_does_not_say_is_an_error(source):
    with pytest.raises(UndefinedError):
        rendered(source)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", "Search|1 entry|2,500 entries|for Poland|Read it"),
        ("de", "Suche|1 Eintrag|2.500 Einträge|(Poland)|Lesen"),
    ],
)
def test_texts_are_in_the_language_of_the_reader(language, texts):
    source = (
        '{{ _("Search") }}|'
        "{% for n in (1, 2500) %}"
        "{% trans count=n, number=n|number %}{{ number }} entry"
        "{% pluralize count %}{{ number }} entries{% endtrans %}|"
        "{% endfor %}"
        "{% trans name='Poland' %}for {{ name }}{% endtrans %}|"
        '{{ pgettext("an earlier version", "Read it") }}'
    )
    with translation.override(language):
        assert rendered(source) == texts


def test_a_block_is_said_once_more_on_one_line():
    source = "{% block said %}A title\n   and <b>more</b>{% endblock %}|{{ self.said()|one_line }}"

    assert rendered(source) == "A title\n   and <b>more</b>|A title and <b>more</b>"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Remove filter:"), ("de", "Filter entfernen:")]
)
def test_what_templates_share_is_in_the_language_of_the_reader_too(language, said):
    source = (
        '{% from "site/_filters.html" import chip_list %}{{ chip_list(chips, "/all/", "All") }}'
    )
    chip = {"name": "Actor", "value": "<b>", "url": "/without/"}

    with translation.override(language):
        html = rendered(source, chips=[chip])
    assert f'<span class="unseen">{said}</span>' in html
    assert '<a class="all" rel="nofollow" href="/all/">All</a>' in html
    assert "<bdi>&lt;b&gt;</bdi>" in html
    assert rendered(source, chips=[]) == ""


# Names of numbers of things, and those that tell one version or one source from another.
NUMBERS = {
    *("number", "total", "length", "most", "sampled", "uncounted", "calendar_size"),
    *("entries", "versions", "contributes", "bound", "member"),
}
ORDINALS = {
    *("version.number", "row.version.number", "latest.number", "notice.number", "item.number"),
    *("compared.older.number", "compared.newer.number", "source.number"),
    *("step.number", "walk.step.number"),
}


def dotted(node):
    if isinstance(node, nodes.Getattr):
        return f"{dotted(node.node)}.{node.attr}"
    name = getattr(node, "name", "")
    return "" if isinstance(node, nodes.Filter) and name == "number" else name


def said(tree):
    """What a template prints as it is, and what it puts into a text, by dotted names."""
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.Getattr | nodes.Name | nodes.Filter):
                yield dotted(node)
            for pair in node.find_all(nodes.Pair):
                if pair.key.value not in ("count", "num"):  # which choose between one and many
                    yield dotted(pair.value)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_number_of_things_is_written_in_the_language_of_the_reader(name):
    tree = jinja().parse((PAGES / name).read_text())
    numbers = {text for text in said(tree) if text.rpartition(".")[2] in NUMBERS}

    assert numbers <= ORDINALS
