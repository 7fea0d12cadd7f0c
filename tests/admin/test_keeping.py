"""What is typed into a form is kept until it is saved, and is shown again."""

from uuid import uuid4

import pytest
from django.http import QueryDict
from django.urls import reverse

from events import desk as the_desk
from events.admin.keeping import not_saved
from events.models import OpenForm, Summit
from tests.admin.desk import fields_of


def keep(desk, thing, token=None, **fields):
    said = {
        "token": token or str(uuid4()),
        "kind": thing._meta.model_name,
        "key": thing.pk or 0,
        **fields,
    }
    return desk.client.post(reverse("admin:events_open_form"), said)


def encoded(form):
    data = QueryDict(mutable=True)
    for name, value in form.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data.urlencode()


def test_what_was_typed_is_offered_and_shown_in_its_form_and_not_saved(record, desk):
    summit = record.summit()
    form = desk.form("summit", summit.pk) | {"title_en": "Typed", "date": "the 99th of never"}
    assert keep(desk, summit, form["_page"], text=encoded(form)).status_code == 200

    page = desk.open("summit", "change", summit.pk)
    [(token, _time)] = page.context["kept_forms"]
    assert token == form["_page"]
    shown = desk.open("summit", "change", summit.pk, kept=token)

    bound = shown.context["adminform"].form
    assert bound["title_en"].value() == "Typed"
    assert list(bound.errors) == ["date"]
    assert fields_of(shown.content.decode())["_page"] == token
    assert Summit.objects.get().title_en == "Title of meeting"
    assert OpenForm.objects.get().text == encoded(form)


def test_rows_that_were_added_are_shown_too(record, desk):
    summit = record.summit()
    form = desk.form("summit", summit.pk)
    more = {
        "participations-TOTAL_FORMS": "1",
        "participations-0-actor": str(record.actor("france").pk),
        "participations-0-role": "host",
        "participations-0-order": "0",
        "participations-0-id": "",
    }
    keep(desk, summit, form["_page"], text=encoded(form | more))

    shown = desk.open("summit", "change", summit.pk, kept=form["_page"])

    assert fields_of(shown.content.decode())["participations-0-role"] == "host"
    assert not summit.participations.exists()


def test_a_new_entry_that_was_never_saved_is_found_again(record, users, desk):
    form = desk.form("summit") | {"title_en": "Never saved"}
    keep(desk, Summit(), form["_page"], text=encoded(form))

    [listed] = not_saved(users["editor"])
    assert listed["page"] in desk.client.get(reverse("admin:index")).content.decode()
    shown = desk.client.get(listed["page"])

    assert shown.context["adminform"].form["title_en"].value() == "Never saved"


def test_what_is_saved_is_offered_no_longer(record, desk):
    summit = record.summit()
    form = desk.form("summit", summit.pk) | {"title_en": "Typed"}
    keep(desk, summit, form["_page"], text=encoded(form))

    desk.send("summit", summit.pk, form)

    assert not OpenForm.objects.exists()


def test_what_is_thrown_away_is_gone(record, desk):
    summit = record.summit()
    token = str(uuid4())
    keep(desk, summit, token, text="title_en=Typed")

    answer = keep(desk, summit, token, away="1", next=desk.url("summit", "change", summit.pk))

    assert answer.status_code == 302
    assert not OpenForm.objects.exists()


def test_who_else_has_a_record_open_is_shown(record, users, desk_of):
    summit = record.summit()
    keep(desk_of("superuser"), summit)

    said = "Also open with: superuser."
    assert said in desk_of("editor").open("summit", "change", summit.pk).content.decode()
    keep(desk_of("superuser"), summit, text="title_en=Typed")
    told = keep(desk_of("editor"), summit).json()["others"]
    assert told == "Also open with: superuser, with something not saved."


def test_nobody_sees_or_touches_what_somebody_else_has_typed(record, users, desk_of):
    summit = record.summit()
    token = str(uuid4())
    keep(desk_of("superuser"), summit, token, text="title_en=Theirs")

    other = desk_of("editor")
    keep(other, summit, token, text="title_en=Mine")
    keep(other, summit, token, away="1")

    assert OpenForm.objects.get().text == "title_en=Theirs"
    shown = other.open("summit", "change", summit.pk, kept=token)
    assert shown.context["adminform"].form["title_en"].value() == "Title of meeting"


@pytest.mark.parametrize(
    "wrong",
    [
        {"token": "x"},
        {"kind": "nothing"},
        {"kind": "version"},
        {"key": "-1"},
        {"key": "9" * 30},
    ],
)
def test_what_is_no_form_of_the_desk_is_refused(record, desk, wrong):
    answer = keep(desk, record.summit(), **wrong) if "token" not in wrong else None
    if answer is None:
        answer = desk.client.post(reverse("admin:events_open_form"), {"kind": "summit", **wrong})

    assert answer.status_code == 400
    assert not OpenForm.objects.exists()


def test_too_much_is_refused_and_not_cut(record, desk):
    text = "x" * (the_desk.open_forms.LONGEST + 1)

    assert keep(desk, record.summit(), text=text).status_code in (400, 413)


def test_a_redaction_takes_what_was_typed_too(record, desk):
    summit = record.summit()
    keep(desk, summit, text="title_en=Secret")

    the_desk.redact(summit, ground="mistake", reason={"en": "A slip."})

    assert not OpenForm.objects.exists()


def test_no_field_cuts_what_is_pasted(record, desk):
    page = desk.open("summit", "change", record.summit().pk).content.decode()

    assert "maxlength" not in page
    answer = desk.save("summit", Summit.objects.get().pk, title_en="x" * 501)
    assert answer.context["adminform"].form["title_en"].value() == "x" * 501
    assert list(answer.context["adminform"].form.errors) == ["title_en"]
