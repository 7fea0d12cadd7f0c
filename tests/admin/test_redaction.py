"""The page of the desk on which an entry is redacted."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User

from events import desk, public
from events.log import Redaction
from events.models import AuditLine
from tests.admin.desk import Desk
from tests.desk.accounts import account
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
# Of what is named where nothing else is said.
SLUGS = ["topic", "report", "peace", "Quastenflosser", "soldiers", "land"]
ASKED = {"parts": "title", "numbers": "", "ground": "mistake", "reason_en": "A.", "reason_de": "B."}


@pytest.mark.parametrize("role", ["contributor", "editor"])
def test_only_redactors_may(client: Any, role: str) -> None:
    entry = record.summit("meeting")
    user = account(role)
    client.force_login(user)
    address = f"/admin/events/summit/{entry.pk}/redact/"

    assert client.get(address).status_code == 403
    assert client.post(address, ASKED | {"_confirmed": "x"}).status_code == 403
    assert Redaction.objects.count() == 0
    assert isinstance(user, User)
    user.groups.add(Group.objects.get(name="Redactors"))
    assert client.get(address).status_code == 200
    if role == "editor":
        assert address in client.get(f"/admin/events/summit/{entry.pk}/change/").content.decode()


def test_it_says_what_will_happen_before_it_does_it(admin_client: Any, admin_user: User) -> None:
    entry = record.summit("meeting", title_en="Secret")
    address = f"/admin/events/summit/{entry.pk}/redact/"

    asked = admin_client.post(address, ASKED).content.decode()
    assert "These versions will change:" in asked
    assert "<li>meeting 1</li>" in asked
    assert Redaction.objects.count() == 0

    admin_client.post(address, ASKED | {"_confirmed": "x"})
    done = Redaction.objects.get()
    assert (done.by, done.told, done.erased) == (admin_user, {"en": "A.", "de": "B."}, True)
    assert AuditLine.objects.get(action="redacted").by == admin_user
    history = admin_client.get(f"/admin/events/summit/{entry.pk}/history/").content.decode()
    assert "Redacted: title." in history

    again = admin_client.post(address, ASKED).content.decode()
    assert "All of that has been redacted already: title." in again


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"parts": "titel"}, "No version has anything at “titel”"),
        ({"numbers": "x"}, "Write numbers of versions, as in “1 2”."),
        ({"numbers": "7"}, "has no version 7"),
        ({"reason_en": "", "reason_de": ""}, "Readers need a reason."),
        ({"ground": "clock"}, "clock"),
    ],
)
def test_what_is_wrong_is_said(admin_client: Any, wrong: dict[str, str], message: str) -> None:
    entry = record.summit("meeting")
    asked = ASKED | wrong | {"_confirmed": "x"}

    page = admin_client.post(f"/admin/events/summit/{entry.pk}/redact/", asked).content.decode()

    assert message in page
    assert Redaction.objects.count() == 0


def test_a_form_of_a_person_that_was_redacted_meanwhile_is_refused(admin_client: Any) -> None:
    page = Desk(admin_client)
    person = record.person("hans-q", represents="france", name_en="Hans Quastenflosser")
    record.development("event", actors=["hans-q"])
    opened = page.form("actor", person.pk)
    why: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right."}}
    desk.redact_record(person, **why)

    for _twice in range(2):
        answer = page.send("actor", person.pk, opened | {"office_en": "Boss"}).content.decode()
        assert "This record was redacted after you had opened it." in answer
        assert "Boss" in answer
    person.refresh_from_db()
    assert (person.name_en, person.office_en) == ("[redacted]", None)
    page.save("actor", person.pk, office_en="Boss")
    person.refresh_from_db()
    assert person.office_en == "Boss"


def test_what_is_closed_is_shown_to_nobody_and_the_desk_is_said_to_have_it(
    admin_client: Any,
) -> None:
    entry = record.summit("meeting", title_en="Quastenflosser")
    address = f"/admin/events/summit/{entry.pk}/redact/"
    done = admin_client.post(address, ASKED | {"close": "on", "_confirmed": "x"}, follow=True)

    assert "The desk still has the text" in done.content.decode()
    version = admin_client.get("/admin/events/version/1/change/").content.decode()
    document = version.partition('<pre class="document"')[2].partition("</pre>")[0]
    assert "Quastenflosser" not in document
    assert "[redacted]" in document


def test_a_record_of_reference_data_is_redacted_from_its_page(
    admin_client: Any, admin_user: User
) -> None:
    person = record.person("hans-q", represents="france", name_en="Hans Quastenflosser")
    record.development("event", actors=["hans-q"])
    page = f"/admin/events/actor/{person.pk}/change/"
    address = f"/admin/events/actor/{person.pk}/redact/"
    why = {"ground": "personal-data", "reason_en": "A.", "reason_de": "B."}
    assert address in admin_client.get(page).content.decode()

    asked = admin_client.post(address, why).content.decode()
    assert "<li>event 1</li>" in asked
    assert Redaction.objects.count() == 0

    done = admin_client.post(address, why | {"_confirmed": "x"}, follow=True).content.decode()
    assert "It was redacted." in done
    assert desk.where_is(["Quastenflosser"]) == []
    assert Redaction.objects.get().by == admin_user
    again = admin_client.post(address, why).content.decode()
    assert "All of that has been redacted already" in again


@pytest.mark.parametrize("kind", ["topic", "source", "process", "measure", "unit", "domain"])
def test_of_any_kind_by_those_who_may(client: Any, kind: str) -> None:
    promise = record.commitment("promise", domains=["land"], topics=["topic"], publish=False)
    record.called(promise, "france", value=3, unit="soldiers", stage="announced")
    record.measure("Quastenflosser")
    record.figure(promise, "Quastenflosser", 26)
    desk.publish(promise)
    model: Any = apps.get_model("events", kind)
    thing = model._default_manager.filter(slug__in=SLUGS).first()
    user = account("editor")
    assert isinstance(user, User)
    client.force_login(user)
    page = f"/admin/events/{kind}/{thing.pk}/change/"
    address = f"/admin/events/{kind}/{thing.pk}/redact/"
    assert address not in client.get(page).content.decode()
    assert client.get(address).status_code == 403

    user.groups.add(Group.objects.get(name="Redactors"))
    assert address in client.get(page).content.decode()
    asked = client.post(address, {"ground": "mistake", "reason_en": "A.", "reason_de": "B."})
    assert "<li>promise 1</li>" in asked.content.decode()


def test_a_measure_is_taken_out_of_figures(admin_client: Any) -> None:
    promise = record.commitment("promise", publish=False)
    measure = record.measure("Quastenflosser")
    record.figure(promise, "Quastenflosser", 26)
    desk.publish(promise)
    why: dict[str, Any] = {"ground": "mistake", "reason": {"en": "A slip."}}

    desk.redact_record(measure, **why)

    [figure] = public.entry("promise").document["figures"]
    assert (figure["label"]["en"], figure["value"]) == ("[redacted]", 26)
    assert figure["measure"].startswith("redacted-")
    assert desk.where_is(["Quastenflosser"]) == []
    # Publishing it again changes nothing.
    promise.refresh_from_db()
    assert desk.publish(promise).version.number == 2
