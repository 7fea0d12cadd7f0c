"""Accounts: invited by mail, given groups, deactivated; never deleted: what they did is theirs."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import desk
from events.admin.entering import DeskAccounts

# What those who manage accounts and are no superusers see of one.
OF_MANAGERS = (
    (None, {"fields": ("username", "first_name", "last_name", "email")}),
    (gettext_lazy("groups"), {"fields": ("is_active", "groups")}),
)


class InviteForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["username", "email", "first_name", "last_name", "groups"]
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = settings.MAIL_DELIVERY != "none"

    def save(self, commit: bool = True) -> User:
        account: User = super().save(commit=False)
        account.is_staff = True
        account.set_unusable_password()
        if commit:
            account.save()
            self.save_m2m()
        return account


class AccountAdmin(UserAdmin):
    add_form = InviteForm
    add_fieldsets = ((None, {"fields": InviteForm.Meta.fields}),)
    list_display = ("username", "email", "first_name", "last_name", "is_active")
    list_filter = ("is_active", "groups")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_staff) and desk.may_manage(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not self.has_module_permission(request):
            return False
        return obj is None or desk.may_manage_account(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None or request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return OF_MANAGERS

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        # Nobody locks themselves out by a slip, or gives themselves what they lack.
        if obj is not None and obj.pk == request.user.pk and not request.user.is_superuser:
            return ["is_active", "groups"]
        return super().get_readonly_fields(request, obj)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "groups" and request is not None:
            kwargs["queryset"] = desk.groups_to_give(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:  # noqa: A002
        """Others set their own, by a mail; only superusers set one for somebody."""
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().user_change_password(request, id, form_url)

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if isinstance(obj, User) and change and not obj.is_active:
            desk.end_sessions(obj)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: Any = None
    ) -> HttpResponse:
        key = f"{user_pk_to_url_str(obj)}-{default_token_generator.make_token(obj)}"
        uid, _dash, secret = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": secret})
        address = request.build_absolute_uri(path)
        values = {"name": obj.get_username(), "email": obj.email, "address": address}
        if settings.MAIL_DELIVERY == "none" or not obj.email:
            said = _(
                "“%(name)s” has an account. This site sends no mail; give them this address, which "
                "works once, for three days: %(address)s"
            )
        else:
            context = {"user": obj, "password_reset_url": address}
            DeskAccounts(request).send_mail("account/email/invitation", obj.email, context)
            said = _("“%(name)s” is invited: a mail is on its way to %(email)s.")
        self.message_user(request, said % values, messages.SUCCESS)
        return self.response_post_save_add(request, obj)


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
