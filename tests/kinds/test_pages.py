"""What readers see of a kind: a page, its places in lists, what they take along."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from events.documents.rendering import named_entries
from events.models import Entry
from events.presenting.entry import differences
from events.presenting.entry.linked_data import linked_data
from events.presenting.lists import hit
from events.presenting.parts import HEADINGS
from events.presenting.wording import Links
from events.vocabulary import Kind, Traits
from tests.own_fields import own_texts, word_of
from tests.views.reading import words

LANGUAGES = ["en", "de"]
# Members of a document that are told with others: who speaks is among the actors, in that role, and
# records have the names of what the document refers to by slug.
TOLD_WITH_OTHERS = {"speakers", "format_record", "domain_records"}

NAMELESS = {"slug": "", "name": {}, "description": {}}

Document = Any


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    code: str = request.param
    return code


@pytest.fixture
def links() -> Links:
    return Links(timezone.localdate())


def test_it_has_a_template(kind: Kind) -> None:
    path = settings.BASE_DIR / f"templates/pages/entries/{kind}.html"

    assert path.is_file(), f"{path}: there is none"


def test_it_has_a_page(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    response = client.get(f"/{language}/entries/{kind}/")

    assert response.status_code == 200
    with override(language):
        assert words(response).startswith(f"{traits.singular} ")
    assert f'<article class="narrow kind-{kind} single">' in response.text


def test_its_page_tells_all_that_only_it_has(client: Client, entry: Any, traits: Traits) -> None:
    response = client.get(f"/en/entries/{entry.slug}/")
    texts = [field for field in own_texts(type(entry)) if field.name.endswith("_en")]
    missing = [field.name for field in texts if word_of(field) not in words(response)]
    addresses = unquote(response.text)
    missing += [
        one.where for one in named_entries(entry) if f"/entries/{one.entry.slug}/" not in addresses
    ]

    assert not missing, f"events/presenting/entry/kinds.py and the template of the kind: {missing}"


def test_its_roles_are_headings(traits: Traits) -> None:
    missing = [role.value for role in traits.roles if role not in HEADINGS]

    assert not missing, f"events/presenting/parts/participants.py: HEADINGS: {missing}"


def test_what_changed_in_it_is_told(document: Document, own: set[str]) -> None:
    """Each member that only documents of its kind have, taken away and brought back."""
    missing = []
    for name in sorted(own - TOLD_WITH_OTHERS):
        empty = _nothing_of(document[name])
        assert empty != document[name], f"tests/record.py: an entry without {name}"
        records = {f"{name}_record": NAMELESS} if f"{name}_record" in document else {}
        if not differences.between(document | {name: empty} | records, document):
            missing.append(name)

    assert not missing, f"events/presenting/entry/fields.py: no words for {missing}"


def _nothing_of(value: Any) -> Any:
    """What stands in the place of a value that is not there: as its kind of value has it."""
    if isinstance(value, dict) and "reported" in value:
        return dict.fromkeys(value, None)  # counts
    if isinstance(value, dict) and set(value) <= set(LANGUAGES):
        return {}
    return [] if isinstance(value, list) else None


def test_a_search_shows_where_its_words_are(
    entry: Any, document: Document, links: Links, language: str
) -> None:
    missing = []
    with override(language):
        for field in own_texts(type(entry)):
            [snippet] = hit(document, [word_of(field).lower()], links).snippets or [None]
            if not (snippet and snippet.label and word_of(field) in snippet.html):
                missing.append(field.name)

    assert not missing, f"events/presenting/lists/snippets.py: LABELS: {missing}"


def test_the_timeline_has_a_tab_a_mark_and_its_entries(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    everything = client.get(f"/{language}/timeline/")
    alone = client.get(f"/{language}/timeline/", {"kind": kind})

    with override(language):
        plural, singular = str(traits.plural), str(traits.singular)
    tab = f'<a class="kind-{kind}" href="/{language}/timeline/?kind={kind}">{plural}</a>'
    assert tab in " ".join(everything.text.split())
    drawn = everything.text.partition('<svg class="told"')[2].partition("</svg>")[0]
    found = f'href="/{language}/entries/{kind}/"' in drawn
    assert found == traits.drawn, "events/presenting/drawing/chapters/"
    for response in (everything, alone):
        assert f'<li class="entry kind-{kind}">' in response.text
        assert f'<p class="kind">{singular}' in response.text
    assert set(re.findall(r'<li class="entry kind-(\w+)', alone.text)) == {kind.value}


def test_an_interval_is_a_bar_beside_the_meetings_where_an_entry_lasts(
    record: Any, client: Client, kind: Kind, traits: Traits, model: type[Entry]
) -> None:
    record.entry(kind, "long", date="2020/2026")

    assert ('class="lasting"' in client.get("/en/timeline/?kind=" + kind).text) == traits.lasts


def test_a_search_has_a_group_of_it(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    response = client.get(f"/{language}/search/", {"q": kind})

    with override(language):
        assert f'<h2 id="group-{kind}">{traits.plural} ' in response.text


def test_the_record_explains_it(client: Client, db: None, traits: Traits, language: str) -> None:
    response = client.get(f"/{language}/about/")

    with override(language):
        told = f"{traits.singular} {traits.meaning}"
    assert told in words(response), "templates/pages/site/about.html"


def test_where_it_has_a_part_of_the_site_all_of_the_site_knows_that(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    if not traits.section:
        return
    with override(language):
        address = reverse(f"pages:{traits.section}")
    front, listed = client.get(f"/{language}/").text, client.get(address).text
    embedded = address.replace(f"/{language}/", f"/{language}/embed/", 1)
    pages = client.get(reverse("sitemap-part", args=["pages"])).text

    navigation = front[front.index('class="sections"') : front.index("</header>")]
    assert f'href="{address}"' in navigation, "events/views/frame/masthead.py: SECTIONS"
    assert f"/{language}/feed.atom?kind={kind}" in listed, "the TAKES of the page's view"
    assert client.get(embedded).status_code == 200
    assert f"{address}</loc>" in pages


def test_each_status_is_a_filter_with_a_word(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    for status in traits.statuses or ():
        query = {"kind": kind, "status": status, "filters": "open"}
        response = client.get(f"/{language}/timeline/", query)

        with override(language):
            option = f'<option value="{status}" selected>{status.label}</option>'
        assert option in response.text


def test_a_feed_says_what_it_is(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    feed = client.get(f"/{language}/feed.atom", {"kind": kind}).text

    with override(language):
        category = f'term="{kind}" scheme="http://testserver/api/v1/entries/" label="'
        assert f"{category}{traits.singular}" in feed
        assert f": {traits.plural}</title>" in feed


def test_a_calendar_says_what_it_is(
    client: Client, kind: Kind, traits: Traits, entry: Entry, language: str
) -> None:
    written = client.get(f"/{language}/calendar.ics", {"kind": kind}).text

    with override(language):
        assert f": {traits.plural}\r\n" in written
        # Of that kind there are also those that others name.
        categories = re.findall(rf"^CATEGORIES:{traits.singular}[,\r]", written, re.MULTILINE)
    assert len(categories) == written.count("BEGIN:VEVENT")
    # A question is open over a time, which is no appointment.
    assert bool(categories) == (kind != Kind.QUESTION)


def test_its_card_is_drawn(client: Client, entry: Entry) -> None:
    response = client.get(f"/en/entries/{entry.slug}/card.png")

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")


def test_programs_are_told_what_it_is(traits: Traits, document: Document, links: Links) -> None:
    told: Any = linked_data(document, links, str)["mainEntity"]

    assert told["@type"] == traits.schema_type
    assert told["name"] == f"Title of {document['slug']}"


def test_the_map_of_the_site_has_it(client: Client, entry: Entry) -> None:
    listed = client.get(reverse("sitemap-part", args=["entries"])).text

    assert f"/en/entries/{entry.slug}/<" in listed
