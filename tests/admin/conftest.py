import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from events.desk import roles
from tests.admin.desk import Desk
from tests.record import Record


@pytest.fixture
def record(db) -> Record:
    return Record()


@pytest.fixture
def users(db) -> dict[str, User]:
    """One account for each role on the desk, by the name of the role."""
    roles.ensure()
    staff = {
        name: User.objects.create_user(name, is_staff=True)
        for name in ("staff", "contributor", "editor")
    }
    staff["contributor"].groups.add(Group.objects.get(name=roles.CONTRIBUTORS))
    staff["editor"].groups.add(Group.objects.get(name=roles.EDITORS))
    superuser = User.objects.create_superuser("superuser")
    return {**staff, "reader": User.objects.create_user("reader"), "superuser": superuser}


@pytest.fixture
def desk_of(users):
    """The desk as somebody in that role sees it."""

    def desk(role: str) -> Desk:
        client = Client()
        if role != "anonymous":
            client.force_login(users[role])
        return Desk(client)

    return desk


@pytest.fixture
def desk(desk_of) -> Desk:
    return desk_of("editor")
