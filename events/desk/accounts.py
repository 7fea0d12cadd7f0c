"""Accounts that are over: what names a person goes, what the account has done stays."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext as _

from events.desk import audit
from events.desk.rights import By
from events.vocabulary import DeskAction


class AlreadyAnonymous(ValueError):
    """Nothing in the account names anybody any more."""


def anonymise(account: User, *, by: By = None) -> int:
    """Take out of an account whatever names a person, and let nobody log in with it any more.

    Versions and lines of the audit keep the account, which nobody can be told from. Returns how
    many sessions were ended. Raises `AlreadyAnonymous`.
    """
    name = f"{DeskAction.ANONYMISED}-{account.pk}"
    if account.username == name:
        raise AlreadyAnonymous(_("“%(name)s” is anonymised already.") % {"name": name})
    with transaction.atomic():
        said = {account.username, account.email, account.get_full_name()} - {""}
        account.username = name
        account.first_name = account.last_name = account.email = ""
        account.is_active = account.is_staff = account.is_superuser = False
        account.last_login = None
        account.set_unusable_password()
        account.save()
        account.groups.clear()
        account.user_permissions.clear()
        for ways_in in (Authenticator, EmailAddress, SocialAccount, UserSession):
            ways_in.objects.filter(user_id=account.pk).delete()
        _forget(account, said)
        ended = end_sessions(account)
        audit.write([audit.line_of_account(DeskAction.ANONYMISED, account, by)])
    return ended


def end_sessions(account: User) -> int:
    """Log an account out wherever it is logged in; return in how many places."""
    keys = [
        session.pk
        for session in Session.objects.iterator(500)
        if session.get_decoded().get("_auth_user_id") == str(account.pk)
    ]
    Session.objects.filter(pk__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def _forget(account: User, said: set[str]) -> None:
    """The admin's own log calls an account by its name, in lines about it."""
    of_accounts = ContentType.objects.get_for_model(User)
    about = LogEntry.objects.filter(content_type=of_accounts, object_id=str(account.pk))
    about.update(object_repr=account.username, change_message="")
    for name in said:
        lines = LogEntry.objects.filter(content_type=of_accounts, object_repr__icontains=name)
        lines.update(object_repr=account.username)
