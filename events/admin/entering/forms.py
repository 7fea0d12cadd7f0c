"""The forms of django-allauth, in the words of the desk, and limited."""

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    UserTokenForm,
)
from allauth.core import context
from allauth.mfa.base import forms as codes
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as keys
from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from events.admin.attempts import Trial
from events.admin.entering.adapters import DeskFactors
from events.admin.entering.limits import attempt, count

# What a browser sends for a passkey is put together by whoever likes to; this is all that reading
# it can meet.
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
# How many codes of an app are remembered: each is good for a minute and a half.
REMEMBERED = 5

LABELS = {
    "code": _("Code"),
    "email": _("Mail address"),
    "name": _("Name of the passkey"),
    "oldpassword": _("Password of now"),
    "password": _("Password"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
}
_rules = lazy(password_validators_help_text_html, str)


class Plain(forms.Form):
    """Labels are enough: a text within a field is gone as soon as it is needed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = _rules() if name == "password1" else ""


class ResetForm(Plain, ResetPasswordForm):
    """Counts every mail that is asked for, whoever has the address."""

    def clean_email(self) -> str:
        email = super().clean_email()
        count(Trial.RESET, email, context.request)
        return email


class NewPasswordForm(Plain, ResetPasswordKeyForm):
    pass


class FirstPasswordForm(Plain, SetPasswordForm):
    pass


class LinkForm(UserTokenForm):
    """The secret of a link in a mail."""

    def clean(self) -> dict[str, Any]:
        account = str(self.cleaned_data.get("uidb36", ""))
        with attempt(Trial.LINK, account, context.request):
            cleaned: dict[str, Any] = super().clean()
            if self.reset_user is None or not self.reset_user.is_active:
                raise forms.ValidationError(_("This link does not work any more."))
        return cleaned


class ConfirmForm(Plain, ReauthenticateForm):
    def clean_password(self) -> str:
        with attempt(Trial.PASSWORD, self.user.get_username(), context.request):
            return super().clean_password()


class ChangeForm(Plain, ChangePasswordForm):
    user: User

    def clean_oldpassword(self) -> str:
        with attempt(Trial.PASSWORD, self.user.get_username(), context.request):
            return super().clean_oldpassword()


class CodeForm(Plain, codes.AuthenticateForm):
    def clean_code(self) -> str:
        return _clean_code(self, super().clean_code)


class ConfirmCodeForm(Plain, codes.ReauthenticateForm):
    def clean_code(self) -> str:
        return _clean_code(self, super().clean_code)


class NewAppForm(Plain, ActivateTOTPForm):
    def clean_code(self) -> str:
        with attempt(Trial.SECOND_FACTOR, self.user.get_username(), context.request):
            return super().clean_code()


class CredentialField(forms.JSONField):
    """What a browser sends for a passkey."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Another one is made in any case."""
        return None


class NewKeyForm(Plain, keys.AddWebAuthnForm):
    credential = CredentialField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["maxlength"] = 50
        self.fields["passwordless"].label = _("Log in with this passkey alone, without a password")

    def clean_name(self) -> str:
        return str(super().clean_name())[:50]

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean() or {}
        except UNREADABLE:
            raise DeskFactors().validation_error("incorrect_code") from None


class KeyNameForm(Plain, keys.EditWebAuthnForm):
    name = forms.CharField(max_length=50)


class KeyForm(Plain, keys.AuthenticateWebAuthnForm):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        return _clean_key(self.user, super().clean_credential)


class ConfirmKeyForm(Plain, keys.ReauthenticateWebAuthnForm):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        return _clean_key(self.user, super().clean_credential)


class KeyAloneForm(Plain, keys.LoginWebAuthnForm):
    """Nobody has said who they are: what is counted is the address."""

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        return _clean_key(None, super().clean_credential)


def _clean_code(form: Any, clean: Any) -> str:
    with attempt(Trial.SECOND_FACTOR, form.user.get_username(), context.request):
        with transaction.atomic():
            # Nobody else uses one of the same account meanwhile.
            list(Authenticator.objects.select_for_update().filter(user=form.user))
            code: str = clean()
            _use_up(form.authenticator, code)
        return code


def _use_up(authenticator: Authenticator, code: str) -> None:
    """A code is good once. The library remembers that within one process, this for all of them."""
    if authenticator.type != Authenticator.Type.TOTP:
        return
    digest = salted_hmac("used code", code, algorithm="sha256").hexdigest()[:16]
    used = authenticator.data.get("used", [])
    if digest in used:
        raise DeskFactors().validation_error("incorrect_code")
    authenticator.data["used"] = [digest, *used][:REMEMBERED]
    authenticator.save(update_fields=["data"])


def _clean_key(user: User | None, clean: Any) -> Authenticator:
    trial = Trial.SECOND_FACTOR if user else Trial.PASSKEY
    name = user.get_username() if user else ""
    with attempt(trial, name, context.request):
        try:
            found: Authenticator = clean()
        except UNREADABLE:
            raise DeskFactors().validation_error("incorrect_code") from None
        return found
