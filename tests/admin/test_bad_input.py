"""What nobody should type and somebody will: always a message, never an error of the server."""

import pytest

from events import publishing
from events.models import Actor, Contradiction, Restated, Summit, Topic, taken
from tests.admin.desk import errors, row

TEXTS = {
    "emoji": "Peace 🕊️ now 🇺🇦",
    "right to left": "مؤتمر السلام في פריז",
    "marks of direction": "Name \u2067عربي\u2069 in English",
    "script": "<script>alert(1)</script> **bold** [x](javascript:alert(1))",
    "template": "{{ settings.SECRET_KEY }} {% now 'Y' %} %(x)s {0}",
    "quotes": """O'Neill said "no" \\ -- ; DROP TABLE""",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_is_kept_as_it_is_typed(record, desk, text):
    summit = record.summit(publish=False)

    desk.save(
        "summit",
        summit.pk,
        "_publish",
        title_en=text,
        summary_en=text,
        note_en=text,
        one_language="on",
    )

    assert desk.messages == ["Published: readers now see version 1."]
    summit = Summit.objects.get()
    assert (summit.title_en, summit.summary_en) == (text, text)
    for page in (
        desk.open("summit"),
        desk.open("entry"),
        desk.open("summit", "change", summit.pk),
        desk.open("version", "change", 1),
    ):
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize(
    ("model", "field", "limit"), [("summit", "title_en", 500), ("actor", "name_de", 200)]
)
def test_a_name_that_is_too_long_is_refused(record, desk, model, field, limit):
    thing = record.summit(publish=False) if model == "summit" else record.actor("france")

    said = errors(desk.save(model, thing.pk, **{field: "x" * 600}))

    assert said == {field: [f"Ensure this value has at most {limit} characters (it has 600)."]}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title_en", "a\x00b"),
        ("summary_de", "a\x00b"),
        ("slug", "a\x00b"),
        ("date", "2026\x00"),
        ("level", "experts\x00"),
        ("processes", "1\x00"),
        ("topics", ["1\x00"]),
        ("status", "held\x00"),
        ("rank", "1\x00"),
        ("follows", "\x00"),
        ("title_de", "a\x07b"),
        ("summary_en", "a\x1bb"),
    ],
)
def test_a_control_character_is_refused_with_a_message(record, desk, field, value):
    summit = record.summit(publish=False)

    assert list(errors(desk.save("summit", summit.pk, **{field: value}))) == [field]
    assert Summit.objects.get().title_en == "Title of meeting"


@pytest.mark.parametrize("field", ["name_en", "office_de", "description_en", "country"])
def test_so_it_is_in_reference_data(record, desk, field):
    assert list(errors(desk.save("actor", record.person("emmanuel").pk, **{field: "\x00"}))) == [
        field
    ]


@pytest.mark.parametrize("model", ["entry", "summit", "actor", "topic", "version"])
@pytest.mark.parametrize(
    "query",
    [{"q": "\x00"}, {"kind__exact": "\x00"}, {"state": "\x00"}, {"process__id__exact": "\x00"}],
)
def test_a_nul_in_a_search_is_no_error(record, desk, model, query):
    record.summit()

    response = desk.client.get(desk.url(model, "changelist"), query, follow=True)

    assert response.status_code == 200


@pytest.mark.parametrize("pk", ["\x00", "x", "99999999999999999999999", "-1"])
@pytest.mark.parametrize("page", ["change", "delete", "withdraw", "history"])
def test_a_page_of_nothing_leads_to_the_index(desk, pk, page):
    assert desk.open("summit", page, pk).url == "/admin/"


def test_a_number_that_is_too_large_is_refused(record, desk):
    summit = record.summit(publish=False)
    huge = "9" * 30

    said = errors(desk.save("summit", summit.pk, rank=huge, follows=huge, processes=huge))

    assert sorted(said) == ["follows", "processes", "rank"]


def test_a_short_name_is_taken_once(record, desk):
    published = record.development("taken")
    record.development("draft", publish=False)
    summit = record.summit(publish=False)

    said = [errors(desk.save("summit", summit.pk, slug=slug)) for slug in ("taken", "draft")]

    assert said == [
        {"slug": [taken("taken", published)]},
        {"slug": ["Entry with this Short name for addresses already exists."]},
    ]


@pytest.mark.parametrize("slug", ["two words", "ümlaut", "a/b", "x" * 81])
def test_a_short_name_fits_into_an_address(record, desk, slug):
    summit = record.summit(publish=False)

    assert list(errors(desk.save("summit", summit.pk, slug=slug))) == ["slug"]


def test_a_meeting_does_not_follow_itself(record, desk):
    summit = record.summit(publish=False)

    assert errors(desk.save("summit", summit.pk, follows=summit.pk))["follows"] == [
        "A meeting cannot follow itself, directly or through others."
    ]


def test_nor_through_others(record, desk):
    first = record.summit("first", publish=False)
    second = record.summit("second", follows=first, publish=False)

    assert errors(desk.save("summit", first.pk, follows=second.pk)) == {
        "follows": ["A meeting cannot follow itself, directly or through others."]
    }


def test_what_an_entry_contradicts_is_another_one_and_named_once(record, desk):
    claim = record.development("claim", publish=False)
    denial = record.position("denial", publish=False)

    def said(kind, entry, contradicted):
        form = desk.form(kind, entry.pk)
        return desk.send(kind, entry.pk, row(form, "contradicts", contradicted=contradicted.pk))

    assert said("position", denial, claim).status_code == 302
    assert errors(said("position", denial, claim)) == {
        "contradicts-1-contradicted": ["This entry is named already among the contradicted."]
    }
    assert errors(said("development", claim, denial)) == {
        "contradicts-0-contradicted": [
            "That entry says already that it contradicts this one. Say it once."
        ]
    }
    assert [(one.entry.slug, one.contradicted.slug) for one in Contradiction.objects.all()] == [
        ("denial", "claim")
    ]


def test_an_earlier_commitment_is_another_one_and_named_once(record, desk):
    earlier = record.commitment("earlier", publish=False)
    later = record.commitment("later", restates=earlier, restatement="softens", publish=False)

    def said(entry, commitment, how="restates"):
        form = desk.form("commitment", entry.pk)
        return errors(
            desk.send(
                "commitment", entry.pk, row(form, "restates", commitment=commitment.pk, how=how)
            )
        )

    circle = "A commitment cannot restate itself, directly or through others."
    assert said(earlier, later) == {"restates-0-commitment": [circle]}
    assert circle in said(earlier, earlier)["restates-0-commitment"]
    assert said(later, record.commitment("third", publish=False), how="") == {
        "restates-1-how": ["This field is required."]
    }
    assert "restates" in "".join(said(later, earlier))
    assert [(one.later.slug, one.commitment.slug) for one in Restated.objects.all()] == [
        ("later", "earlier")
    ]


def test_an_address_that_another_entry_had_is_refused_and_nothing_typed_is_lost(record, desk):
    berlin = record.summit("berlin")
    berlin.slug = "berlin-december"
    berlin.save()
    publishing.publish(berlin)
    draft = record.development("draft", publish=False)

    response = desk.save("development", draft.pk, slug="berlin", title_en="What I typed")

    assert errors(response) == {"slug": [taken("berlin", berlin)]}
    assert "What I typed" in response.text
    assert desk.save("summit", berlin.pk, slug="berlin").status_code == 302  # its own


@pytest.mark.parametrize(
    ("kind", "country", "refused"),
    [
        ("country", "", False),  # not every state has one
        ("country", "de", True),
        ("person", "DE", True),
        ("country", "PL", False),
    ],
)
def test_a_code_has_a_form_and_only_a_country_has_one(db, desk, kind, country, refused):
    form = desk.form("actor") | {"name_en": "X", "slug": "x", "kind": kind, "country": country}

    response = desk.send("actor", None, form)

    assert response.status_code == (200 if refused else 302)
    assert Actor.objects.count() == (0 if refused else 1)


def test_topics_do_not_go_round_in_a_circle(record, desk):
    record.topic("troops", wider="security")
    security = Topic.objects.get(slug="security")
    troops = Topic.objects.get(slug="troops")

    said = errors(desk.save("topic", security.pk, wider=str(troops.pk)))

    assert said == {
        "wider": ["“Topic troops” belongs to “Topic security” already, so it cannot be wider."]
    }


@pytest.mark.parametrize("missing", ["title_en", "slug", "processes", "date"])
def test_a_draft_needs_a_title_in_one_language_and_no_more(record, desk, missing):
    summit = record.summit(publish=False)
    nothing = [] if missing == "processes" else ""

    assert desk.save("summit", summit.pk, **{missing: nothing}).status_code == 302
