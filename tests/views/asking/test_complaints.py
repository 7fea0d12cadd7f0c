"""What pages say of an address that cannot be meant."""

import re
from html import unescape

import pytest
from django.utils import translation

from events.views.asking.address import PLACES
from events.views.asking.complaints import as_shown, elsewhere
from events.views.asking.words import NAMES
from events.views.positions import MATRIX
from tests.views.asking.test_as_of import control
from tests.views.conftest import LANGUAGES
from tests.views.reading import words

# Messages at a control have an id, by which the control refers to them.
MESSAGE = re.compile(r'<p class="error">(.*?)</p>', re.DOTALL)
TODAY = "You see the current version of the record."


def test_what_stands_at_no_control_begins_with_what_it_is_about():
    errors = {"actor": ["Nobody.", "No one."], "q": ["No word."], "odd": ["What?"]}

    assert elsewhere(errors, "q") == ["Actor: Nobody.", "Actor: No one.", "odd: What?"]
    with translation.override("de"):
        assert elsewhere(errors, "q", "odd") == ["Akteur: Nobody.", "Akteur: No one."]


def test_values_are_told_in_the_words_of_the_page():
    assert list(as_shown("status", ["open", "held"])) == ["Open", "Held"]
    assert list(as_shown("status", ["under-way", "new"])) == ["Under way", "new"]


@pytest.mark.parametrize("path", ["timeline/", "positions/", "meetings/", "commitments/"])
def test_what_is_suggested_is_called_as_readers_call_it(client, site, path):
    name = "actor" if path != "meetings/" else "process"
    page = words(client.get(f"/de/{path}?{name}=germny"))

    assert ("Germany (de)" if name == "actor" else "Prozess peace") in page.split("germny", 1)[1]
    assert "germany," not in page
    assert "the-willing" not in page


# All that is wrong at no control.
WRONG = [
    ("positions/", "page=x&actors=0&stance=opposes&q=title"),
    ("positions/changes/", "page=99&year=2026"),
    ("positions/germany/force/", "before=x"),
    ("meetings/", "process=nope&cursor=xyz&from=2026-01-01"),
    ("since/", "kind=nope&actor=x&before=abc&topic=x&process=x&to=2026-01-06"),
    ("search/", "kind=x&cursor=x"),
    ("commitments/", "by=nope&cursor=xyz&stance=opposes"),
    ("questions/", "by=nope&cursor=xyz&firmness=agreed&kind=question"),
    ("timeline/", "kind=x&order=x&limit=0&cursor=x&lanes=x"),
    ("actors/", "page=99&process=peace"),
    ("topics/", "page=x&q=title"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("site")
def test_every_page_names_what_is_wrong(client, language):
    for path, query in WRONG:
        response = client.get(f"/{language}/{path}?{query}")
        assert response.status_code == 400, path
        said = [unescape(message) for message in MESSAGE.findall(response.text)]
        with translation.override(language):
            names = {str(NAMES[pair.partition("=")[0]]) for pair in query.split("&")}
        assert {message.partition(": ")[0] for message in said} == names, path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [
        *("", "about/", "timeline/", "search/?q=title", "positions/", "positions/changes/"),
        *("positions/germany/force/", "commitments/", "questions/", "meetings/", "compare/"),
        *("compare/berlin/paris/", "actors/", "actors/germany/", "topics/", "topics/force/"),
        *("entries/paris/", "entries/promise/", "entries/unclear/"),
    ],
)
def test_a_wrong_moment_is_told_once_at_its_control(client, site, language, path):
    response = client.get(f"/{language}/{path}{'&' if '?' in path else '?'}as_of=9999-12-31")

    assert response.status_code == 400
    page = unescape(response.text)
    assert len(re.findall("[“„]9999-12-31[”“]", page)) == 1
    assert 'id="moment-error"' in page
    assert 'id="filter-as_of-error"' not in page
    with translation.override(language):
        assert page.count(translation.gettext(TODAY)) == 1
    assert not MESSAGE.search(response.text)


@pytest.mark.parametrize(
    "path", ["nowhere/", "entries/promise/versions/", "entries/promise/versions/1/", "since/"]
)
def test_a_page_that_shows_no_moment_does_not_say_which_it_shows(client, site, path):
    assert TODAY not in client.get(f"/en/{path}?as_of=soon").text


def test_where_there_is_no_control_the_page_says_it_all(client, site):
    response = client.get("/en/embed/timeline/?as_of=9999-12-31")

    assert "is in the future." in response.text
    assert TODAY in response.text


def test_the_form_of_the_timeline_is_that_of_today(client, site):
    response = client.get("/en/timeline/?as_of=soon&filters=open")

    [field] = [field for field in response.context["form"].fields if field.name == "as_of"]
    assert (field.value, field.type, field.errors) == ("", "date", [])
    assert not client.get("/en/timeline/?as_of=soon").context["form"].open


def test_another_day_begins_at_the_start_of_a_list(client, site):
    query = "&".join(f"{name}=1" for name in PLACES if name in MATRIX.own)
    response = client.get(f"/en/positions/?as_of=2020-01-01&actor=germany&{query}")

    assert response.context["frame"].as_of.url == "/en/positions/?actor=germany"
    assert response.context["frame"].as_of.begins_url.startswith(
        "/en/positions/?actor=germany&as_of="
    )
    assert [name for name, _kind, _value in control(response)[1]] == ["actor", "as_of"]


def test_a_code_is_told_in_words_where_the_control_has_them(client, site):
    page = words(client.get("/de/commitments/?status=foo"))

    assert "„foo“ gibt es hier nicht. Möglich sind: Offen, " in page
    assert "under-way" not in page
    assert "Rolle des Akteurs: " not in page


def test_the_api_names_codes(client, site):
    said = client.get("/api/v1/entries/?status=foo").json()["errors"]["status"][0]

    assert said.startswith("“foo” is not one of: planned, held, ")
