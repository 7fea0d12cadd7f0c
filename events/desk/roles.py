"""Who may do what on the desk: four groups, defined here.

Editors do everything on the desk and open the door to the public. Contributors write drafts
and add missing reference data; readers see nothing of that before an editor publishes it. Redactors
may take a text out of what was published, which nobody else may; an account can be in several
groups. Managers are editors who also see to accounts: they invite, give groups that may no more
than they may themselves, and deactivate (`events.desk.managing`). Superusers do all of it.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from events.models import KINDS

EDITORS = "Editors"
CONTRIBUTORS = "Contributors"
REDACTORS = "Redactors"
MANAGERS = "Managers"

# The model of a kind has the same name.
ENTRIES = ("entry", *KINDS)
PARTS = (
    *("participation", "citation", "figure", "entrypicture", "medium"),
    *("rollcallstage", "commitmentpart", "statuschange", "restated"),
    "contradiction",
    *("meetingplace", "earlierdate", "walkstep"),
)
REFERENCE = (
    *("process", "actor", "membership", "office", "formername"),
    *("succession", "alias", "identifier", "actorpicture", "processpicture"),
    *("topic", "measure", "unit", "source", "domain", "meetingformat"),
)


def _permissions(actions: tuple[str, ...], models: tuple[str, ...]) -> set[str]:
    return {f"{action}_{model}" for action in actions for model in models}


ALL = ("view", "add", "change", "delete")

ROLES: dict[str, set[str]] = {
    EDITORS: _permissions(ALL, (*ENTRIES, *PARTS, *REFERENCE)) | {"view_version", "publish_entry"},
    CONTRIBUTORS: _permissions(("view", "add", "change"), ENTRIES)
    # Taking a row off a draft is writing; what was published keeps it.
    | _permissions(ALL, PARTS)
    # Changed only as long as no public entry names it: see `events.desk.rights`.
    | _permissions(("view", "add", "change"), REFERENCE)
    | {"view_version"},
    REDACTORS: _permissions(("view",), (*ENTRIES, *PARTS, *REFERENCE))
    | {"view_version", "redact_entry"},
}


# Whoever manages accounts gives no group that may more than they may.
ROLES[MANAGERS] = ROLES[EDITORS] | {"manage_accounts"}


@transaction.atomic
def ensure() -> dict[str, int]:
    """Give each group exactly their permissions; return how many each has. Their members stay."""
    counts = {}
    for name, codenames in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        permissions = Permission.objects.filter(
            content_type__app_label="events", codename__in=codenames
        )
        found = {permission.codename for permission in permissions}
        if found != codenames:
            raise LookupError(f"Permissions that do not exist: {sorted(codenames - found)}")
        group.permissions.set(permissions)
        counts[name] = len(found)
    return counts
