"""Who logs in and out at the desk, who tries to, and who changes by what: a line of the log for
each."""

import logging
from collections.abc import Callable
from typing import Any

from allauth.account import signals as of_accounts
from allauth.mfa import signals as of_factors
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

logger = logging.getLogger(__name__)


CHANGES = (
    (of_accounts.password_changed, "has a new password"),
    (of_accounts.password_set, "has a new password"),
    (of_accounts.password_reset, "has a new password, by mail"),
    (of_factors.authenticator_added, "has a new second factor"),
    (of_factors.authenticator_removed, "has a second factor less"),
    (of_factors.authenticator_reset, "has new recovery codes"),
)


def listen() -> None:
    user_logged_in.connect(_came, dispatch_uid="log of log-ins")
    user_logged_out.connect(_went, dispatch_uid="log of log-outs")
    user_login_failed.connect(_failed, dispatch_uid="log of failed log-ins")
    of_factors.authentication_failed.connect(_mistaken, dispatch_uid="log of wrong factors")
    for signal, what in CHANGES:
        signal.connect(_changed(what), weak=False, dispatch_uid=f"log of: {what}")


def _came(user: Any, request: HttpRequest | None, **more: Any) -> None:
    logger.info("%s logged in%s", user.get_username(), _from(request))


def _went(user: Any, request: HttpRequest | None, **more: Any) -> None:
    if user is not None:
        logger.info("%s logged out%s", user.get_username(), _from(request))


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    name = told_name(str(credentials.get("username", "")))
    logger.warning("failed log-in of %s%s", name, _from(request))


def _mistaken(user: Any, request: HttpRequest, **more: Any) -> None:
    logger.warning("wrong second factor of %s%s", user.get_username(), _from(request))


def _changed(what: str) -> Callable[..., None]:
    def tell(
        user: Any, request: HttpRequest, authenticator: Authenticator | None = None, **more: Any
    ) -> None:
        kind = f" ({authenticator.type})" if authenticator else ""
        logger.info("%s %s%s%s", user.get_username(), what, kind, _from(request))

    return tell


def told_name(name: str) -> str:
    """A name as it was typed, for the log. What is nobody's may be a password."""
    known = get_user_model()._default_manager.filter(username=name).exists()
    return name if known else "an unknown name"


def address_of(request: HttpRequest | None) -> str:
    """The address from which a request came; empty if it is not known. Behind a proxy it is the
    last one that it was sent on for, if the proxy is to be believed, else that of the proxy."""
    if request is None:
        return ""
    sent_on = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.TRUST_PROXY else ""
    return sent_on.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR") or ""


def _from(request: HttpRequest | None) -> str:
    address = address_of(request)
    return f" from {address}" if address else ""
