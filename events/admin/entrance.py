"""The page on which editors log in, which only so many may try at a time, and only so often."""

import logging
from functools import lru_cache
from math import ceil
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from events.admin import attempts
from events.admin.sessions import address_of, told_name
from events.log import Bulkhead

logger = logging.getLogger(__name__)


class LogInForm(AdminAuthenticationForm):
    """`seconds`: for how long nobody may try from there any more; 0 if one may."""

    seconds = 0

    def confirm_login_allowed(self, user: Any) -> None:
        """Whoever has the password may be told what is wrong with the account."""
        if user.is_active and not user.is_staff:
            raise ValidationError(
                _(
                    "User name and password are right, but this account has no access. Whoever "
                    "manages accounts can give it: by the mark “Staff status”, and by a group."
                ),
                code="no_staff",
            )
        super().confirm_login_allowed(user)

    def clean(self) -> dict[str, Any]:
        name, password = (self.cleaned_data.get(field) for field in ("username", "password"))
        if not (name and password):
            return super().clean()
        address = address_of(self.request)
        # A password takes long to look at, by intention. Many at a time would leave no processor to
        # readers.
        with _looking().entered():
            try:
                attempts.begin(name, address)
            except attempts.LockedOut as locked:
                self.seconds = ceil(locked.seconds)
                if locked.is_new:
                    logger.warning(
                        "log-ins of %s from %s are refused for %d minutes",
                        *(told_name(name), address, ceil(self.seconds / 60)),
                    )
                raise ValidationError(_worded(self.seconds)) from None
            cleaned = super().clean()
        attempts.succeed(name, address)
        return cleaned


@never_cache
def log_in(request: HttpRequest) -> HttpResponseBase:
    """Django's page, which answers 429 as long as nobody may try."""
    response = admin.site.login(request)
    if isinstance(response, TemplateResponse) and response.context_data:
        form = response.context_data.get("form")
        if isinstance(form, LogInForm) and form.seconds:
            response.status_code = 429
            response.headers["Retry-After"] = str(form.seconds)
    return response


@lru_cache(maxsize=1)
def _looking() -> Bulkhead:
    return Bulkhead(max(1, settings.THREADS // 4), max(0, settings.THREADS // 4))


def _worded(seconds: int) -> str:
    minutes = ceil(seconds / 60)
    return ngettext(
        "Too many attempts to log in have failed. Try again in %(count)d minute.",
        "Too many attempts to log in have failed. Try again in %(count)d minutes.",
        minutes,
    ) % {"count": minutes}
