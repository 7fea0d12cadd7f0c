"""Who may do what: every role against every door of the desk."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from events import publishing
from events.desk import roles
from events.models import Actor, Entry, Source, Summit, Version

ROLES = ["anonymous", "reader", "staff", "contributor", "editor", "superuser"]
ALLOWED, LOGIN, FORBIDDEN = "allowed", "login", "forbidden"


def answer(response):
    if response.status_code == 302 and response.url.startswith("/admin/login/"):
        return LOGIN
    if response.status_code == 401:  # what was typed is kept, and nothing is saved
        return LOGIN
    return FORBIDDEN if response.status_code == 403 else ALLOWED


def expected(role, allowed):
    if role in ("anonymous", "reader"):
        return LOGIN
    return ALLOWED if role in allowed.split() or role == "superuser" else FORBIDDEN


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("model", "page", "allowed"),
    [
        ("entry", "changelist", "contributor editor"),
        ("summit", "changelist", "contributor editor"),
        ("summit", "add", "contributor editor"),
        ("summit", "change", "contributor editor"),
        ("summit", "history", "contributor editor"),
        ("summit", "withdraw", "editor"),
        ("summit", "delete", "editor"),
        ("actor", "changelist", "contributor editor"),
        ("actor", "add", "contributor editor"),
        ("actor", "change", "contributor editor"),
        ("actor", "delete", "editor"),
        ("version", "changelist", "contributor editor"),
        ("version", "change", "contributor editor"),
        ("version", "add", "nobody"),
        ("version", "delete", "nobody"),
    ],
)
def test_pages_by_role(record, desk_of, role, model, page, allowed):
    summit = record.summit(actors=["france"])
    draft = record.summit("draft", publish=False)
    of_page = {
        "summit": draft.pk if page == "delete" else summit.pk,
        "actor": Actor.objects.get().pk,
        "version": Version.objects.get().pk,
    }
    args = [] if page in ("changelist", "add") else [of_page[model]]

    response = desk_of(role).open(model, page, *args)

    if model == "version" and page in ("add", "delete") and role == "superuser":
        assert answer(response) == FORBIDDEN
    else:
        assert answer(response) == expected(role, allowed)


@pytest.mark.parametrize("role", ROLES)
def test_dates_are_read_to_staff_only(desk_of, role):
    response = desk_of(role).client.get("/admin/events/entry/dates/", {"text": "2026"})

    assert answer(response) == expected(role, "staff contributor editor")


@pytest.mark.parametrize("role", ROLES)
def test_publishing_by_role(record, desk_of, users, role):
    summit = record.summit(publish=False)
    desk = desk_of(role)
    form = desk_of("superuser").form("summit", summit.pk) | {"title_en": "New"}

    response = desk.send("summit", summit.pk, form, "_publish")

    allowed = expected(role, "editor")
    assert answer(response) == allowed
    # The attempt of somebody who may not publish saves nothing, either.
    assert (Version.objects.count(), Summit.objects.get().title_en) == (
        (1, "New") if allowed == ALLOWED else (0, "Title of meeting")
    )


@pytest.mark.parametrize("role", ROLES)
def test_saving_drafts_by_role(record, desk_of, role):
    summit = record.summit()
    form = desk_of("superuser").form("summit", summit.pk) | {"title_en": "New"}

    response = desk_of(role).send("summit", summit.pk, form)

    allowed = expected(role, "contributor editor")
    assert answer(response) == allowed
    assert Summit.objects.get().title_en == ("New" if allowed == ALLOWED else "Title of meeting")
    assert Version.objects.count() == 1


@pytest.mark.parametrize("role", ROLES)
def test_withdrawing_by_role(record, desk_of, role):
    summit = record.summit()
    desk = desk_of(role)

    response = desk.post(
        desk.url("summit", "withdraw", summit.pk), {"reason_en": "Wrong", "one_language": "on"}
    )

    allowed = expected(role, "editor")
    assert answer(response) == allowed
    assert (publishing.standing(summit) is None) == (allowed == ALLOWED)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("model", ["entry", "summit"])
@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected"])
def test_actions_of_lists_by_role(record, desk_of, role, model, action):
    summit = record.summit(publish=action == "withdraw_selected")

    desk_of(role).act(model, action, summit, reason_en="Wrong", one_language="on")

    moved = Version.objects.count() == (2 if action == "withdraw_selected" else 1)
    assert moved == (role in ("editor", "superuser"))


@pytest.mark.parametrize("role", ROLES)
def test_deleting_drafts_by_role(record, desk_of, role):
    summit = record.summit(publish=False, actors=["france"])
    desk = desk_of(role)

    desk.post(desk.url("summit", "delete", summit.pk), {"post": "yes"})

    assert Entry.objects.count() == (0 if role in ("editor", "superuser") else 1)


@pytest.mark.parametrize(("role", "renamed"), [("contributor", False), ("editor", True)])
def test_only_who_may_publish_renames_what_is_public(record, desk_of, role, renamed):
    record.summit(actors=["france"])
    actor = Actor.objects.get()
    form = desk_of("superuser").form("actor", actor.pk) | {"name_en": "République"}

    response = desk_of(role).send("actor", actor.pk, form)

    assert answer(response) == (ALLOWED if renamed else FORBIDDEN)
    assert (Actor.objects.get().name_en == "République") == renamed


def test_contributors_correct_what_no_public_entry_names(record, desk_of):
    source = record.source()

    desk_of("contributor").save("source", source.pk, title="Right title")

    assert Source.objects.get().title == "Right title"


def test_contributors_see_no_button_that_they_cannot_use(record, desk_of):
    summit = record.summit()

    page = desk_of("contributor").open("summit", "change", summit.pk).content.decode()

    for name, shown in (
        ("_continue", True),
        ("_save", True),
        ("_publish", False),
        ("note_en", False),
    ):
        assert (f'name="{name}"' in page) == shown
    assert "withdrawlink" not in page
    assert "deletelink" not in page


def test_contributors_are_told_why_they_cannot_change_what_is_public(record, desk_of):
    record.summit(actors=["france"])

    page = desk_of("contributor").open("actor", "change", Actor.objects.get().pk)

    text = " ".join(page.content.decode().split())
    assert "1 public entry names this, so only those who may publish can change it." in text
    assert 'name="_save"' not in text


@pytest.mark.parametrize("role", ["contributor", "editor"])
@pytest.mark.parametrize("model", ["user", "group"])
def test_accounts_are_the_business_of_superusers(desk_of, role, model):
    assert desk_of(role).client.get(f"/admin/auth/{model}/").status_code == 403


@pytest.mark.django_db
def test_the_command_makes_the_groups_and_says_so(capsys):
    call_command("roles")

    counts = {name: len(codenames) for name, codenames in roles.ROLES.items()}
    assert capsys.readouterr().out == "".join(
        f"{name}: {count} permissions\n" for name, count in counts.items()
    )
    for name, codenames in roles.ROLES.items():
        permissions = Group.objects.get(name=name).permissions
        assert set(permissions.values_list("codename", flat=True)) == codenames


def test_the_groups_are_brought_back_to_what_is_written(users):
    editors = Group.objects.get(name=roles.EDITORS)
    editors.permissions.clear()
    editors.permissions.add(Permission.objects.get(codename="delete_user"))

    roles.ensure()

    assert set(editors.permissions.values_list("codename", flat=True)) == roles.ROLES["Editors"]
    assert [user.username for user in editors.user_set.all()] == ["editor"]


@pytest.mark.django_db
def test_a_permission_that_does_not_exist_is_told(monkeypatch):
    monkeypatch.setitem(roles.ROLES, roles.EDITORS, {"fly"})

    with pytest.raises(LookupError, match="fly"):
        roles.ensure()
    assert Group.objects.count() == 0
