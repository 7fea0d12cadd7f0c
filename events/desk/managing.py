"""Who manages accounts, and which: nobody raises anybody above themselves, or touches who is."""

from django.contrib.auth.models import Group, User
from django.db.models import QuerySet

from events.desk.rights import By

TO_MANAGE = "events.manage_accounts"


def may_manage(by: By) -> bool:
    return by is None or bool(by.is_superuser) or by.has_perm(TO_MANAGE)


def may_manage_account(by: By, account: User) -> bool:
    """Whether somebody may change this account, its groups and whether it is active. Those of
    superusers, and those that may more than oneself, are theirs alone."""
    if by is None or by.is_superuser:
        return True
    if account.is_superuser or not may_manage(by):
        return False
    return _permissions(account) <= by.get_all_permissions()


def groups_to_give(by: By) -> QuerySet[Group]:
    """Those that may no more than whoever gives them."""
    groups = Group.objects.order_by("name")
    if by is None or by.is_superuser:
        return groups
    if not may_manage(by):
        return groups.none()
    own = by.get_all_permissions()
    mine = [
        group.pk
        for group in groups.prefetch_related("permissions__content_type")
        if {f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()}
        <= own
    ]
    return groups.filter(pk__in=mine)


def _permissions(account: User) -> set[str]:
    """All that it has as soon as it is active."""
    found = set()
    for one in account.user_permissions.select_related("content_type"):
        found.add(f"{one.content_type.app_label}.{one.codename}")
    for group in account.groups.prefetch_related("permissions__content_type"):
        for one in group.permissions.all():
            found.add(f"{one.content_type.app_label}.{one.codename}")
    return found
