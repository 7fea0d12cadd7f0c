"""Whether somebody may do something to something: the only place that decides.

Which group has which permission is written in `events.desk.roles`. Commands of the site act as the
system, which is nobody (None) and may do everything.
"""

from enum import StrEnum

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import publishing
from events.models import Entry, Reference

By = User | AnonymousUser | None
Thing = Entry | Reference

# Those who have it decide what readers see.
TO_PUBLISH = "events.publish_entry"
# Those who have it may take a text out of what was published.
TO_REDACT = "events.redact_entry"


class Right(StrEnum):
    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    REDACT = "redact"


REFUSALS = {
    Right.ADD: gettext_lazy("This account may not add records of the kind “%(name)s”."),
    Right.CHANGE: gettext_lazy("This account may not change “%(name)s”."),
    Right.DELETE: gettext_lazy("This account may not delete “%(name)s”."),
    Right.PUBLISH: gettext_lazy("This account may not publish “%(name)s”."),
    Right.WITHDRAW: gettext_lazy("This account may not withdraw “%(name)s”."),
    Right.REDACT: gettext_lazy(
        "This account may not redact “%(name)s”. Accounts in the group “Redactors” may."
    ),
}


class NotAllowed(PermissionDenied):
    """Somebody may not do what they asked for; the message is a sentence that says so."""

    def __init__(self, right: Right, message: str) -> None:
        self.right = right
        super().__init__(message)


def may(by: By, right: Right, thing: Thing | type[Thing], named: int | None = None) -> bool:
    """Whether somebody may do this to a record, or to some record of a model.

    `named`: how many public entries name it, if that is already known.
    """
    return refusal(by, right, thing, named) is None


def require(by: By, right: Right, thing: Thing | type[Thing]) -> None:
    """Raise `NotAllowed` if they may not."""
    if message := refusal(by, right, thing):
        raise NotAllowed(right, message)


def refusal(
    by: By, right: Right, thing: Thing | type[Thing], named: int | None = None
) -> str | None:
    """Why somebody may not do this, as a sentence; None if they may."""
    if by is None:
        return None
    name = {"name": _name(right, thing)}
    if not by.has_perm(_permission(right, thing)):
        return REFUSALS[right] % name
    # Renaming what is public is publishing.
    if right == Right.CHANGE and isinstance(thing, Reference) and not by.has_perm(TO_PUBLISH):
        if named is None:
            named = publishing.count_naming(thing)
        if named:
            message = _("Public entries name “%(name)s”: only those who may publish can change it.")
            return message % name
    return None


def account_of(by: By) -> User | None:
    """The account of somebody who has logged in; None for the system."""
    return by if isinstance(by, User) else None


def kind_of(thing: Thing | type[Thing]) -> str:
    """The name of the model of a record; for an entry, that of its kind, however it was fetched."""
    if isinstance(thing, Entry) and thing.kind:
        return str(thing.kind)
    return str(thing._meta.model_name)


def _permission(right: Right, thing: Thing | type[Thing]) -> str:
    if right in (Right.PUBLISH, Right.WITHDRAW):
        return TO_PUBLISH
    if right == Right.REDACT:
        return TO_REDACT
    return f"events.{right}_{kind_of(thing)}"


def _name(right: Right, thing: Thing | type[Thing]) -> str:
    meta = thing._meta
    if right == Right.ADD:
        return str(meta.verbose_name)
    return str(meta.verbose_name_plural) if isinstance(thing, type) else str(thing)
