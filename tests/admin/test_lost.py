"""A form that comes without a log-in, or from under another one: what was typed is kept."""

import pytest
from django.test import Client

from events.models import Summit
from tests.admin.desk import fields_of


def test_a_form_whose_log_in_has_ended_is_kept_and_offered(record, desk_of, users):
    summit = record.summit()
    desk = desk_of("editor")
    form = desk.form("summit", summit.pk) | {"title_en": "Typed", "topics": ["1", "2"]}
    desk.client.logout()

    lost = desk.send("summit", summit.pk, form)

    assert lost.status_code == 401
    assert lost["Cache-Control"] == "no-store"
    kept = dict(lost.context["fields"])
    assert kept["title_en"] == "Typed"
    assert [value for name, value in lost.context["fields"] if name == "topics"] == ["1", "2"]
    assert "csrfmiddlewaretoken" not in kept
    # Logged in again, in another window: it is shown, and not saved.
    desk.client.force_login(users["editor"])
    shown = desk.post(desk.url("summit", "change", summit.pk), form | {"_show": "1"})
    assert shown.status_code == 200
    assert shown.context["adminform"].form["title_en"].value() == "Typed"
    assert Summit.objects.get().title_en == "Title of meeting"
    again = fields_of(shown.content.decode())
    desk.send("summit", summit.pk, again | {"topics": []})
    assert Summit.objects.get().title_en == "Typed"


def test_a_form_under_another_log_in_is_kept(record, users):
    summit = record.summit()
    client = Client(enforce_csrf_checks=True)
    client.force_login(users["editor"])
    data = {"_page": "x", "title_en": "Typed <b>", "csrfmiddlewaretoken": "wrong"}
    address = f"/admin/events/summit/{summit.pk}/change/"

    lost = client.post(address, data)

    assert lost.status_code == 403
    said = lost.content.decode()
    assert "Typed &lt;b&gt;" in said
    assert f'action="{address}"' in said
    again = client.post(
        address, fields_of(said) | {"_show": "1"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert again.status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_comes_from_another_site_is_not_offered_to_be_sent_again(record, users, site):
    client = Client(enforce_csrf_checks=True)
    client.force_login(users["editor"])

    lost = client.post(
        "/admin/events/summit/add/",
        {"_page": "x", "title_en": "Planted"},
        headers={"Sec-Fetch-Site": site},
    )

    assert lost.status_code == 403
    assert "Planted" not in lost.content.decode()


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_is_in_the_language_of_the_desk(record, language):
    client = Client(enforce_csrf_checks=True)

    lost = client.post(
        "/admin/events/summit/add/", {"_page": "x"}, headers={"Accept-Language": language}
    )

    assert f'lang="{language}"' in lost.content.decode()
