"""What django-allauth asks this site: how mails go out, who is where, how secrets are kept."""

import ipaddress
import logging
from base64 import urlsafe_b64encode
from hashlib import sha256
from smtplib import SMTPException
from threading import Thread
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.admin.sessions import address_of

logger = logging.getLogger(__name__)

# Whoever has just come in need not prove once more who they are, in seconds.
FRESH = 300


class DeskAccounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": _("That is not the password of now."),
        "incorrect_code": _("This code is wrong, or was used already."),
        "incorrect_password": _("This password is wrong."),
        "invalid_password_reset": _("This link does not work any more."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by those who manage them."""
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> Any:
        """Also where somebody is let in by another site, they need access to this one."""
        refused = super().pre_login(request, user, **kwargs)
        if refused is None and not user.is_staff:
            return self.respond_user_inactive(request, user)
        return refused

    def get_client_ip(self, request: HttpRequest) -> str:
        try:
            return str(ipaddress.ip_address(address_of(request)))
        except ValueError:
            return "0.0.0.0"  # noqa: S104 - not known

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        request = self.request
        if not get_reauthentication_flows(request.user):
            # By which means? They come from elsewhere, and have neither.
            return False
        records = get_authentication_records(request, request.user)
        now = timezone.now().timestamp()
        if any(now - record["at"] < FRESH for record in records[-1:]):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nobody waits for a mail server, and nobody can tell by waiting whether one was asked."""
        message = self.render_mail(template_prefix, email, {"request": self.request, **context})
        Thread(target=_send, args=[message], name="mail").start()


class DeskFactors(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is wrong, or was used already."),
    }

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def encrypt(self, text: str) -> str:
        """Whoever has a copy of the database alone cannot make codes."""
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002
        """The person gives it a name."""
        return str(NAME_OF_KEY)


NAME_OF_KEY: str | Promise = _("Passkey")


def _keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [sha256(f"second factors {secret}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except (OSError, SMTPException) as error:
        logger.error("A mail of the desk could not be sent: %s", error)
