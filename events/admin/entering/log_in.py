"""The page on which editors log in, which only so many may try at a time, and only so often."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.account.views import LoginView
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _

from events.admin.attempts import Trial
from events.admin.entering.limits import attempt


class LogInForm(AdminAuthenticationForm):
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
        if self.request is None or not (name and password):
            return super().clean()
        with attempt(Trial.PASSWORD, name, self.request):
            return super().clean()

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """The password is right: go on to the second factor, if the account has one."""
        user = self.get_user()
        credentials = {"username": user.get_username()}
        return perform_password_login(request, credentials, Login(user, redirect_url=redirect_url))


class LogInView(LoginView):
    form_class = LogInForm
    template_name = "account/login.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if admin.site.has_permission(request):
            return HttpResponseRedirect(self.get_success_url() or "../")
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[LogInForm]:
        return LogInForm
