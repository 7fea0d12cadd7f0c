"""Pages as values, and how they become answers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from jinja2 import meta, nodes

from events import releases
from events.filters import no_list
from events.imprint import Imprint
from events.presenting.wording import Term
from events.views.frame import Fragment, Frame, Page, reader_page
from events.views.frame.page import show
from events.vocabulary import Traits
from tests.views.conftest import PATHS
from tests.views.reading import jinja

MORE = [
    *("positions/", "positions/changes/", "positions/germany/force/", "compare/paris/nowhere/"),
    *("nowhere/", "sources/nowhere/", "entries/gone/", "entries/gone/versions/1/"),
    "entries/promise/versions/9/",
    *("actors/germany/?as_of=2020-01-01", "timeline/?kind=x", "search/?q=title&from=x"),
    "redactions/",
]


NOBODY = Imprint("", "", "", "")
OWN = dict.fromkeys(("publisher", "choosing", "judging"))
NOTHING = {"kinds": {}, "stances": [], "imprint": NOBODY, "own": OWN}


@dataclass(frozen=True)
class About:
    versions: int
    kinds: dict[str, Traits] = field(default_factory=dict)
    stances: list[Term] = field(default_factory=list)
    imprint: Imprint = NOBODY
    own: dict[str, None] = field(default_factory=lambda: dict(OWN))


@pytest.fixture
def request_(db, client):
    return client.get("/en/about/").wsgi_request


@pytest.mark.parametrize("content", [About(7), {"versions": 7, **NOTHING}])
def test_a_template_shows_the_content_by_its_names(request_, content):
    answer = show(request_, Page("site/about.html", Frame.of_nothing(410), content))

    assert answer.status_code == 410
    assert "So far, 7 versions have been published." in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text


def test_content_cannot_take_the_place_of_the_frame(request_):
    content = {"versions": 7, **NOTHING, "frame": None}

    assert show(request_, Page("site/about.html", Frame.beside(), content)).status_code == 200


def test_a_part_has_nothing_around_it(request_):
    answer = show(request_, Fragment("timeline/_entries.html", {"groups": [], "next_url": ""}))

    assert (answer.status_code, answer.text.strip()) == (200, "")


def test_a_view_gives_a_page_or_an_answer_of_its_own(request_):
    @reader_page(no_list())
    def page(request, query):
        content = {"versions": 1, **NOTHING}
        return Page("site/about.html", Frame.beside(status=400), content)

    @reader_page(no_list())
    def elsewhere(request, query):
        return HttpResponseRedirect("/en/")

    assert (page(request_).status_code, elsewhere(request_).status_code) == (400, 302)
    assert isinstance(page(request_), HttpResponse)


def family(name: str) -> Iterator[nodes.Template]:
    """A template with all that it extends, includes and imports from, as they are parsed."""
    environment = jinja()
    assert environment.loader is not None
    source, _path, _fresh = environment.loader.get_source(environment, name)
    tree = environment.parse(source)
    yield tree
    for other in meta.find_referenced_templates(tree):
        yield from family(other)


def names(name: str) -> set[str]:
    """What a template takes from the content of its page: all names that neither it nor one of its
    family gives to something or has a value for."""
    taken, given = set(), set()
    for tree in family(name):
        taken |= meta.find_undeclared_variables(tree)
        given |= {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
        given |= {
            imported if isinstance(imported, str) else imported[1]
            for node in tree.find_all(nodes.FromImport)
            for imported in node.names
        }
        given |= {macro.name for macro in tree.find_all(nodes.Macro)}
        optional = [node for node in tree.find_all(nodes.Filter) if node.name == "default"]
        given |= {node.node.name for node in optional if isinstance(node.node, nodes.Name)}
    from_elsewhere = jinja().globals.keys() | {"request", "self", "super", "caller"}
    return taken - given - from_elsewhere


@pytest.mark.usefixtures("site")
def test_every_name_that_a_template_takes_is_given(client, site):
    """Also where the page that is made here has no use for it."""
    site.record.overview(rests_on=[site.promise])
    site.record.walk()
    site.record.summit("rome", date="2026-02-01")
    shown = set()
    releases.make("v1")
    for path in [
        *PATHS,
        *MORE,
        "releases/",
        "releases/v1/",
        "entries/state/",
        "entries/walk/",
        "compare/berlin/paris/rome/",
    ]:
        response = client.get(f"/en/{path}")
        template = response.templates[0].template.name
        assert names(template) - set(response.context.keys()) == set(), path
        shown.add(template)

    pages = {
        name for name in jinja().list_templates() if not name.rpartition("/")[2].startswith("_")
    }
    assert pages - shown == {
        *("400.html", "500.html", "503.html", "api/docs.html"),  # which stand alone
        "site/take.html",  # which makes another page for its title
        *("site/base.html", "boards/board.html", "entries/entry.html", "rosters/roster.html"),
    }
