"""Pictures on the page of an entry at the desk."""

from typing import Any

import pytest

from events import public
from events.models import EntryPicture, PictureFile
from tests.admin.desk import errors, row
from tests.pictures import WRONG, drawn, uploaded

pytestmark = pytest.mark.django_db
SAID = {
    "description_en": "Two men",
    "description_de": "Zwei Männer",
    "credit": "Ada",
    "licence": "cc-by-4.0",
}


def form_with(desk, entry, **values):
    return row(desk.form("development", entry.pk), "pictures", **SAID | values)


def test_a_picture_is_uploaded_and_published(record, desk):
    entry = record.development("event")
    form = form_with(desk, entry, file=uploaded(drawn(size=(700, 350))), caption_en="At the table")

    desk.send("development", entry.pk, form, "_publish")

    [picture] = public.entry("event").document["pictures"]
    assert [(size["width"], size["height"]) for size in picture["sizes"]] == [
        *((320, 160), (640, 320), (700, 350)),
    ]
    assert picture["caption"] == {"en": "At the table"}
    assert picture["licence_url"] == "https://creativecommons.org/licenses/by/4.0/"
    page = desk.open("development", "change", entry.pk).content.decode()
    assert '<img src="data:image/webp;base64,' in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize("what", sorted(set(WRONG) - {"50 MB"}))
def test_a_wrong_file_is_told_at_its_field(record, desk, what):
    entry = record.development("event", publish=False)
    data, said = WRONG[what]

    response = desk.send("development", entry.pk, form_with(desk, entry, file=uploaded(data)))

    # An empty one is refused by Django, in its words.
    said = "The submitted file is empty." if what == "nothing" else said
    assert said in errors(response)["pictures-0-file"][0]
    assert not EntryPicture.objects.exists()


def test_what_was_typed_and_uploaded_stays_where_something_else_is_wrong(record, desk):
    entry = record.development("event", publish=False)
    form = form_with(desk, entry, file=uploaded(drawn()), credit="", caption_en="At the table")

    response = desk.send("development", entry.pk, form)

    assert list(errors(response)) == ["pictures-0-credit"]
    [formset] = [
        one.formset
        for one in response.context["inline_admin_formsets"]
        if one.formset.prefix == "pictures"
    ]
    sealed = formset.forms[0]["uploaded"].value()
    assert formset.forms[0]["caption_en"].value() == "At the table"
    # Browsers do not send the file again.
    again = form_with(desk, entry, uploaded=sealed, caption_en="At the table")
    desk.send("development", entry.pk, again)
    picture = EntryPicture.objects.get()
    assert (picture.caption_en, len(picture.sizes)) == ("At the table", 3)


@pytest.mark.parametrize("uploaded_before", ["", "forged", "W10:x:y"])
def test_a_file_is_needed(record, desk, uploaded_before):
    entry = record.development("event", publish=False)

    response = desk.send("development", entry.pk, form_with(desk, entry, uploaded=uploaded_before))

    [said] = errors(response)["pictures-0-file"]
    assert said == (
        "Please choose the file again." if uploaded_before else "Choose the file of the picture."
    )


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"credit": ""}, "credit"),
        ({"licence": ""}, "licence"),
        ({"licence": "mine"}, "licence"),
        ({"description_en": "", "description_de": ""}, "description_en"),
        ({"origin": "http://example.org/photo"}, "origin"),
    ],
)
def test_what_it_needs(record, desk, values, field):
    entry = record.development("event", publish=False)

    response = desk.send(
        "development", entry.pk, form_with(desk, entry, file=uploaded(drawn()), **values)
    )

    assert list(errors(response)) == [f"pictures-0-{field}"]


def test_another_file_replaces_the_first_and_saving_again_changes_nothing(record, desk):
    entry = record.development("event", publish=False)
    desk.send("development", entry.pk, form_with(desk, entry, file=uploaded(drawn())))
    before = EntryPicture.objects.get().sizes

    form = desk.form("development", entry.pk)
    desk.send("development", entry.pk, form)
    assert EntryPicture.objects.get().sizes == before
    desk.send("development", entry.pk, form | {"pictures-0-file": uploaded(drawn(size=(300, 300)))})

    [size] = EntryPicture.objects.get().sizes
    assert (size["width"], size["height"]) == (300, 300)
    assert PictureFile.objects.filter(pk=size["digest"]).exists()


@pytest.mark.parametrize("which", ["actor", "process"])
def test_a_picture_of_what_entries_name_is_public_when_it_is_saved(record, desk, which):
    record.development("event", actors=["france"])
    of = record.actor("france") if which == "actor" else record.process()
    form = row(desk.form(which, of.pk), "pictures", **SAID | {"file": uploaded(drawn())})

    desk.send(which, of.pk, form)

    [found] = records_of("event", which)
    assert found["pictures"][0]["credit"] == "Ada"
    # Taken off again, it is in no new version.
    form = desk.form(which, of.pk)
    desk.send(which, of.pk, form | {"pictures-0-DELETE": "on"})
    [found] = records_of("event", which)
    assert "pictures" not in found


def records_of(slug, which):
    document: Any = public.entry(slug).document
    return document[f"{which}_records"]
