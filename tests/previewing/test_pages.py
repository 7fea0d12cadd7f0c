"""An entry as readers will see it, before anybody but the desk does."""

import pytest

from events.models import OpenForm, Snapshot, Summit


@pytest.fixture
def draft(record):
    return record.summit(
        publish=False, title_en="Paris talks", title_de="Gespräche in Paris", actors=["france"]
    )


def preview(desk, draft, language="en"):
    return desk.client.get(f"/admin/preview/{draft.pk}/{language}/")


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("en", "Paris talks", "Preview: this is not published."),
        ("de", "Gespräche in Paris", "Vorschau: Das ist nicht veröffentlicht."),
    ],
)
def test_a_draft_is_shown_in_each_language(draft, desk, language, title, said):
    answer = preview(desk, draft, language)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'lang="{language}"' in page
    assert title in page
    assert said in page
    assert "france" in page
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]


def test_readers_do_not_see_it(draft, desk_of, client):
    assert client.get("/en/entries/meeting/").status_code == 404
    for role in ("anonymous", "reader"):
        assert preview(desk_of(role), draft).status_code in (302, 403)
    assert preview(desk_of("staff"), draft).status_code == 403
    assert preview(desk_of("contributor"), draft).status_code == 200


@pytest.mark.parametrize("language", ["fr", "xx"])
def test_there_is_none_in_a_language_of_no_reader(draft, desk, language):
    assert preview(desk, draft, language).status_code == 404


def test_what_is_typed_is_shown_and_not_saved(draft, desk):
    form = desk.form("summit", draft.pk) | {"title_en": "Typed"}

    answer = desk.send("summit", draft.pk, form, "_preview")
    page = desk.client.get(answer["Location"]).content.decode()

    assert '<h1 dir="auto">Typed</h1>' in page
    assert Summit.objects.get().title_en == "Paris talks"
    assert not Snapshot.objects.filter(occasion="saved").exists()
    assert OpenForm.objects.get().text != ""
    assert desk.messages == []


def test_what_was_never_saved_is_shown(record, desk):
    form = desk.form("development") | {
        "title_en": "New one",
        "slug": "new-one",
        "processes": str(record.process().pk),
        "date": "2026",
    }

    answer = desk.send("development", None, form, "_preview")

    assert "New one" in desk.client.get(answer["Location"]).content.decode()


def test_what_is_wrong_is_said_in_the_form(draft, desk):
    answer = desk.save("summit", draft.pk, "_preview", date="the 99th of never")

    assert list(answer.context["adminform"].form.errors) == ["date"]


def test_what_somebody_else_has_typed_is_nobodys_business(draft, desk, desk_of):
    answer = desk.save("summit", draft.pk, "_preview", title_en="Typed")

    assert desk_of("superuser").client.get(answer["Location"]).status_code == 404
