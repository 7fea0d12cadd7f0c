"""Every page of the desk: the strict policy, both languages, a name for every control."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders

from events import publishing
from events.models import Actor, Version

MODELS = [
    *("entry", "summit", "commitment", "position", "development", "question"),
    *("actor", "topic", "source", "process", "measure", "version"),
]
FORMS = [model for model in MODELS if model not in ("entry", "version")]


class Page(HTMLParser):
    """What the policy and a screen reader look for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self.controls: list[dict[str, str | None]] = []
        self.labels: set[str | None] = set()
        self.open_label = False
        self.language = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        is_code = tag == "script" and values.get("type") != "application/json"
        if tag == "style" or (is_code and "src" not in values):
            self.inline.append(tag)
        if tag in ("img", "iframe") or is_code:
            self.addresses.append(values.get("src") or "")
        if tag == "link":
            self.addresses.append(values.get("href") or "")
        if tag == "html":
            self.language = values.get("lang") or ""
        if tag == "label":
            self.labels.add(values.get("for"))
            self.open_label = True
        if tag in ("input", "select", "textarea") and values.get("type") not in (
            "hidden",
            "submit",
        ):
            self.controls.append(values | {"in label": str(self.open_label)})

    def handle_endtag(self, tag: str) -> None:
        if tag == "label":
            self.open_label = False

    @property
    def unnamed(self) -> list[str]:
        return [
            str(control.get("name"))
            for control in self.controls
            if control.get("id") not in self.labels
            and not control.get("aria-label")
            and control["in label"] != "True"
        ]


@pytest.fixture
def filled(record):
    commitment = record.commitment(actors=["france"], publish=False)
    record.called(commitment, "france")
    record.status(commitment, "open", "2026")
    record.figure(commitment, "countries", 26)
    publishing.publish(commitment)
    record.coalition("willing", france="lead")
    return commitment


def pages(desk, filled):
    yield "/admin/"
    for model in MODELS:
        yield desk.url(model, "changelist")
    for model in FORMS:
        yield desk.url(model, "add")
    yield desk.url("commitment", "change", filled.pk)
    yield desk.url("commitment", "withdraw", filled.pk)
    yield desk.url("commitment", "history", filled.pk)
    yield desk.url("actor", "change", Actor.objects.get(slug="willing").pk)
    yield desk.url("actor", "delete", Actor.objects.get(slug="france").pk)
    yield desk.url("version", "change", Version.objects.get().pk)
    yield "/admin/password_change/set/"
    yield "/admin/log-ins/"
    for page in ("", "app/", "passkeys/", "passkeys/add/"):
        yield f"/admin/second-factor/{page}"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_page_keeps_to_the_policy_and_names_its_controls(desk, filled, language):
    desk.client.cookies["desk-language"] = language
    faults = {}
    for address in pages(desk, filled):
        response = desk.client.get(address)
        assert response.status_code == 200, address
        page = Page(response.content.decode())
        foreign = [a for a in page.addresses if not re.match(r"/static/|/admin/jsi18n/$|data:", a)]
        policy = response["Content-Security-Policy"]
        if "default-src 'none'" not in policy or "unsafe" in policy:
            faults[address] = policy
        if foreign or page.inline or page.unnamed or page.language != language:
            faults[address] = (foreign, page.inline, page.unnamed, page.language)

    assert faults == {}


def test_the_page_for_logging_in_keeps_to_it_too(desk_of):
    page = Page(desk_of("anonymous").client.get("/admin/login/").content.decode())

    assert (page.inline, page.unnamed) == ([], [])


@pytest.mark.parametrize(("language", "other"), [("en", "de"), ("de", "en")])
def test_the_language_is_changed_in_the_header(desk, language, other):
    desk.client.cookies["desk-language"] = other
    here = desk.url("summit", "add")
    page = desk.client.get(here).content.decode()
    assert f'<input type="hidden" name="next" value="{here}">' in page
    assert page.count('aria-current="true"') == 1
    for code, name in (("en", "English"), ("de", "Deutsch")):
        assert f'value="{code}" lang="{code}"' in page
        assert f">{name}</button>" in page

    response = desk.client.post("/admin/i18n/setlang/", {"language": language, "next": here})

    assert response.url == here
    assert Page(desk.client.get(here).content.decode()).language == language


def test_both_languages_stand_in_one_line(desk):
    form = desk.open("summit", "add").context["adminform"]
    lines = [[field.field.name for field in line] for fieldset in form for line in fieldset]

    for field in ("title", "summary", "date_label"):
        assert [f"{field}_en", f"{field}_de"] in lines


def test_texts_carry_their_language_and_find_their_direction(desk):
    form = desk.open("summit", "add").context["adminform"].form

    for name, language in (("title_en", "en"), ("title_de", "de"), ("summary_de", "de")):
        attributes = form.fields[name].widget.attrs
        assert (attributes["lang"], attributes["dir"]) == (language, "auto")
    assert form.fields["slug"].widget.attrs["dir"] == "auto"
    assert [form.fields[f"title_{code}"].label for code in ("en", "de")] == [
        "Title (English)",
        "Title (German)",
    ]


def test_labels_name_the_language_where_nothing_can_be_changed(record, desk_of):
    record.summit(actors=["france"])

    page = desk_of("contributor").open("actor", "change", Actor.objects.get().pk)

    assert "Name (German)" in page.content.decode()


def test_references_can_be_added_from_the_page_and_nothing_else_done_to_them(desk):
    page = desk.open("summit", "add").content.decode()

    assert "add_id_process" in page
    for other in ("change_id_process", "delete_id_process", "view_id_process"):
        assert other not in page


@pytest.mark.parametrize(
    "name",
    [
        "desk.css",
        "parts.css",
        "dates.css",
        "publishing.css",
        "lookup.css",
        "form.css",
        "dates.js",
        "offered.js",
        "lookup.js",
        "form.js",
    ],
)
def test_the_theme_is_our_own_and_loads_nothing(name):
    path = finders.find(f"admin-theme/{name}")
    with open(path, encoding="utf-8") as file:
        text = file.read()

    assert re.findall(r"https?:|@import|url\(|innerHTML|eval\(", text) == []
