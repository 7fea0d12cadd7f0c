"""Tokens of programs: each account sees and makes its own. The text of one is shown once."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from events import desk
from events.admin.states import moment
from events.models import ApiToken
from events.vocabulary import Scope


class TokenForm(forms.ModelForm):
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may be used for"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = ApiToken
        fields = ["name", "scopes", "expires_at"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            # Wrong members have the names of the fields.
            wanted = ApiToken(account=self.instance.account, **cleaned)
            try:
                desk.confirm_token(wanted)
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned


@admin.register(ApiToken)
class TokenAdmin(admin.ModelAdmin):
    form = TokenForm
    list_display = ["name", "may", "begins", "used", "condition"]
    fields = ["name", "scopes", "expires_at"]
    show_full_result_count = False
    actions = None
    change_form_template = "admin/events/token_change_form.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request) and (obj is None or obj.account_id == request.user.pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ApiToken]:
        mine = super().get_queryset(request).filter(account_id=request.user.pk)
        return mine.prefetch_related("secrets")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["name", "may", "begins", "expires_at", "used", "condition"] if obj else self.fields

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if obj is None:
            form = type(form.__name__, (form,), {"__init__": _of(request.user)})
        return form

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:
        made, text = desk.make_token(
            request.user,  # type: ignore[arg-type]
            obj.name,
            form.cleaned_data["scopes"],
            by=request.user,
            expires_at=obj.expires_at,
        )
        obj.pk, obj._state.adding = made.pk, False
        obj.text = text  # type: ignore[attr-defined]

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The audit has it."""

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: Any = None
    ) -> HttpResponse:
        return self._shown(request, obj, obj.text)

    def get_urls(self) -> list[URLPattern]:
        here = self.admin_site.admin_view
        return [
            path("<int:pk>/rotate/", here(self.rotate), name="events_apitoken_rotate"),
            path("<int:pk>/revoke/", here(self.revoke), name="events_apitoken_revoke"),
            *super().get_urls(),
        ]

    def rotate(self, request: HttpRequest, pk: int) -> HttpResponse:
        token = self._mine(request, pk)
        try:
            text = desk.rotate_token(token, by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:events_apitoken_change", args=[pk]))
        return self._shown(request, token, text)

    def revoke(self, request: HttpRequest, pk: int) -> HttpResponse:
        token = self._mine(request, pk)
        if desk.revoke_token(token, by=request.user):
            said = _("“%(name)s” is revoked: nobody can use it any more.")
            self.message_user(request, said % {"name": token}, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:events_apitoken_changelist"))

    @admin.display(description=gettext_lazy("may"))
    def may(self, token: ApiToken) -> str:
        return ", ".join(str(Scope(scope).label) for scope in token.scopes)

    @admin.display(description=gettext_lazy("begins with"))
    def begins(self, token: ApiToken) -> str:
        return ", ".join(f"{secret}" for secret in token.secrets.all())

    @admin.display(description=gettext_lazy("last used"))
    def used(self, token: ApiToken) -> str:
        return moment(token.last_used_at) if token.last_used_at else "–"

    @admin.display(description=gettext_lazy("state"))
    def condition(self, token: ApiToken) -> str:
        if token.revoked_at:
            return _("revoked, %(time)s") % {"time": moment(token.revoked_at)}
        if token.expires_at and token.expires_at <= timezone.now():
            return _("expired")
        return _("in use")

    def _may(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and request.user.is_staff)

    def _mine(self, request: HttpRequest, pk: int) -> ApiToken:
        token = self.get_queryset(request).filter(pk=pk).first()
        if token is None or request.method != "POST":
            raise PermissionDenied
        return token

    def _shown(self, request: HttpRequest, token: ApiToken, text: str) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "title": token.name, "text": text}
        context |= {"token": token, "opts": self.opts}
        page = never_cache(
            lambda request: TemplateResponse(request, "admin/events/token_shown.html", context)
        )
        shown: HttpResponse = page(request)
        return shown


def _of(account: Any) -> Any:
    def init(form: TokenForm, *args: Any, **kwargs: Any) -> None:
        TokenForm.__init__(form, *args, **kwargs)
        form.instance.account = account
        form.fields["scopes"].choices = [  # type: ignore[attr-defined]
            (value, label) for value, label in Scope.choices if desk.may_have(account, value)
        ]

    return init
