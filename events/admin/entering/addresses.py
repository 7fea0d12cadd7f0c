"""The addresses of accounts, below that of the desk. Their names are those that django-allauth
looks for."""

from typing import Any

from allauth.account import views as accounts
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as apps
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as elsewhere
from allauth.usersessions import views as sessions
from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.translation import gettext_lazy as _

from events.admin.entering.log_in import LogInView
from events.admin.entering.pages import limited, page


def at(route: str, name: str, view: Any) -> URLPattern:
    return path(route, view, name=name)


SECOND = _("Second factor")
MINE = _("Confirm that it is you")
RESET = _("New password")

password = [
    at("", "account_change_password", page(accounts.PasswordChangeView, _("Change password"))),
    at("set/", "account_set_password", page(accounts.PasswordSetView, RESET)),
]
reset = [
    at("", "account_reset_password", page(accounts.PasswordResetView, _("Forgotten password"))),
    at("sent/", "account_reset_password_done", page(accounts.PasswordResetDoneView, RESET)),
    at(
        "done/",
        "account_reset_password_from_key_done",
        page(accounts.PasswordResetFromKeyDoneView, RESET),
    ),
    re_path(
        r"^(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        page(accounts.PasswordResetFromKeyView, RESET),
        name="account_reset_password_from_key",
    ),
]
second_factor = [
    at("", "mfa_index", page(factors.IndexView, SECOND)),
    at("log-in/", "mfa_authenticate", page(factors.AuthenticateView, SECOND)),
    at("confirm/", "mfa_reauthenticate", page(factors.ReauthenticateView, MINE)),
    at("app/", "mfa_activate_totp", page(apps.ActivateTOTPView, _("Set up an app"))),
    at("app/remove/", "mfa_deactivate_totp", page(apps.DeactivateTOTPView, _("Remove the app"))),
    at("codes/", "mfa_view_recovery_codes", page(codes.ViewRecoveryCodesView, _("Recovery codes"))),
    at(
        "codes/new/",
        "mfa_generate_recovery_codes",
        page(codes.GenerateRecoveryCodesView, _("New recovery codes")),
    ),
    at("codes/file/", "mfa_download_recovery_codes", codes.DownloadRecoveryCodesView.as_view()),
    at("passkeys/", "mfa_list_webauthn", page(keys.ListWebAuthnView, _("Passkeys"))),
    at("passkeys/add/", "mfa_add_webauthn", page(keys.AddWebAuthnView, _("Add a passkey"))),
    at("passkeys/log-in/", "mfa_login_webauthn", limited(keys.LoginWebAuthnView.as_view())),
    at(
        "passkeys/confirm/",
        "mfa_reauthenticate_webauthn",
        page(keys.ReauthenticateWebAuthnView, MINE),
    ),
    at(
        "passkeys/<int:pk>/remove/",
        "mfa_remove_webauthn",
        page(keys.RemoveWebAuthnView, _("Remove a passkey")),
    ),
    at(
        "passkeys/<int:pk>/",
        "mfa_edit_webauthn",
        page(keys.EditWebAuthnView, _("Name of a passkey")),
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    at("login/", "account_login", page(LogInView, _("Log in"))),
    at("logout/", "account_logout", admin.site.logout),
    at(
        "inactive/", "account_inactive", page(accounts.AccountInactiveView, _("Account not active"))
    ),
    at("confirm/", "account_reauthenticate", page(accounts.ReauthenticateView, MINE)),
    at("log-ins/", "usersessions_list", page(sessions.ListUserSessionsView, _("Your log-ins"))),
    path("password_change/", include(password)),
    path("reset/", include(reset)),
    path("second-factor/", include(second_factor)),
]

if settings.OIDC_ISSUER:
    urlpatterns += [
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
        at(
            "oidc/cancelled/",
            "socialaccount_login_cancelled",
            page(elsewhere.LoginCancelledView, _("Log in")),
        ),
    ]
