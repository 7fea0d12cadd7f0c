"""Middleware that lets no account go on at the desk without a second factor, where one is due."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.cookies import DESK

# What is open to an account that has no second factor yet: coming in, going, and setting one up.
OPEN = {
    *("account_login", "account_logout", "account_inactive", "account_reauthenticate"),
    *("account_reset_password", "account_reset_password_done", "account_reset_password_from_key"),
    *("account_reset_password_from_key_done", "account_change_password", "account_set_password"),
    *("mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_login_webauthn"),
    *("mfa_activate_totp", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"),
    *("set_language", "logout", "jsi18n"),
}


class SecondFactorFirst:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if settings.SECOND_FACTOR != "required" or not request.path_info.startswith(DESK):
            return None
        if (match and match.url_name in OPEN) or not request.user.is_authenticated:
            return None
        if has_second_factor(request.user.pk):
            return None
        messages.warning(request, _("This desk needs a second factor. Set one up to go on."))
        return HttpResponseRedirect(reverse("mfa_index"))


def has_second_factor(account: int) -> bool:
    """Recovery codes alone are none: they are what is left when one is lost."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Authenticator.objects.filter(user_id=account, type__in=kinds).exists()
