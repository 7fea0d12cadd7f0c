"""Accounts in every role that somebody can have before the desk, the system among them."""

from django.contrib.auth.models import AnonymousUser, Group, User

from events.desk import roles

ROLES = [
    *("system", "anonymous", "reader", "staff", "contributor", "editor", "superuser", "former"),
]


def account(role: str) -> User | AnonymousUser | None:
    """Somebody in that role; “former” is an editor whose account is deactivated."""
    if role == "system":
        return None
    if role == "anonymous":
        return AnonymousUser()
    roles.ensure()
    user = User.objects.create_user(role, is_staff=role != "reader")
    if role == "superuser":
        user.is_superuser = True
    if role in ("editor", "former"):
        user.groups.add(Group.objects.get(name=roles.EDITORS))
    if role == "contributor":
        user.groups.add(Group.objects.get(name=roles.CONTRIBUTORS))
    user.is_active = role != "former"
    user.save()
    return user
