"""Who logs in and out at the desk, and who tries to: a line of the log for each."""

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

logger = logging.getLogger(__name__)


def listen() -> None:
    user_logged_in.connect(_came, dispatch_uid="log of log-ins")
    user_logged_out.connect(_went, dispatch_uid="log of log-outs")
    user_login_failed.connect(_failed, dispatch_uid="log of failed log-ins")


def _came(user: Any, request: HttpRequest | None, **more: Any) -> None:
    logger.info("%s logged in%s", user.get_username(), _from(request))


def _went(user: Any, request: HttpRequest | None, **more: Any) -> None:
    if user is not None:
        logger.info("%s logged out%s", user.get_username(), _from(request))


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    name = told_name(str(credentials.get("username", "")))
    logger.warning("failed log-in of %s%s", name, _from(request))


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
