"""Publishing from the desk: buttons of a page, actions of a list, the reason to withdraw."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import desk
from events.admin import outcomes
from events.admin.records import RecordAdmin
from events.admin.telling import NoteForm, ReasonForm
from events.desk import Right
from events.models import Entry

PUBLISH = "_publish"


class PublishingAdmin(RecordAdmin):
    """Lists of entries that can be published and withdrawn."""

    actions = ["publish_selected", "withdraw_selected"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return desk.may(request.user, Right.PUBLISH, Entry)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        # What was published is never deleted, and drafts are deleted one at a time, on their own
        # page.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description=_("Publish the selected entries"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with desk.together(len(queryset)):
            self.tell(request, outcomes.publish_all(queryset, by=request.user))
        self.tell(request, outcomes.asked_about(queryset))

    @admin.action(description=_("Withdraw the selected entries …"), permissions=["publish"])
    def withdraw_selected(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        is_sent = any(name in request.POST for name in ReasonForm.names())
        form = ReasonForm(request.POST if is_sent else None)
        if form.is_valid():
            reason = form.told
            with desk.together(len(queryset)):
                self.tell(request, outcomes.withdraw_all(queryset, by=request.user, reason=reason))
            return None
        return self.ask_for_reason(
            request,
            form,
            list(queryset),
            {"checkbox": ACTION_CHECKBOX_NAME, "action": "withdraw_selected"},
        )

    def ask_for_reason(
        self,
        request: HttpRequest,
        form: ReasonForm,
        entries: list[Any],
        context: dict[str, Any],
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request,
            "admin/events/withdraw.html",
            {
                **self.admin_site.each_context(request),
                "title": gettext("Withdraw from the public record"),
                "button": gettext("Withdraw"),
                "opts": self.opts,
                "form": form,
                "entries": entries,
                "media": self.media,
                **context,
            },
        )

    def tell(self, request: HttpRequest, told: list[outcomes.Told]) -> None:
        for level, text in told:
            self.message_user(request, text, level)


class PublishingPage(PublishingAdmin):
    """The page of one entry, on which it can be published and withdrawn."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        may_publish = self.has_publish_permission(request)
        if PUBLISH in request.POST and not may_publish:
            raise PermissionDenied
        context = {
            "may_publish": may_publish,
            "note": NoteForm(initial={**request.GET.dict(), **request.POST.dict()}),
            **(extra_context or {}),
        }
        if PUBLISH not in request.POST:
            return super().changeform_view(request, object_id, form_url, context)
        with transaction.atomic():
            desk.before_saving()
            return super().changeform_view(request, object_id, form_url, context)

    def response_add(
        self, request: HttpRequest, obj: Entry, post_url_continue: str | None = None
    ) -> HttpResponse:
        if PUBLISH in request.POST and IS_POPUP_VAR not in request.POST:
            return self.publish(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Entry) -> HttpResponse:
        if PUBLISH in request.POST and IS_POPUP_VAR not in request.POST:
            return self.publish(request, obj)
        return super().response_change(request, obj)

    def publish(self, request: HttpRequest, entry: Entry) -> HttpResponse:
        """Publish the entry that was just saved; if that is refused, the note is kept."""
        form = NoteForm(request.POST)
        if form.is_valid():
            level, text = outcomes.publish_one(entry, by=request.user, note=form.told)
        else:
            problems = [str(problem) for listed in form.errors.values() for problem in listed]
            level, text = messages.ERROR, outcomes.refused(problems)
        self.message_user(request, text, level)
        if level != messages.ERROR:
            return self.to_page(request, entry)
        typed = {name: request.POST.get(name, "") for name in form.fields}
        return self.to_page(request, entry, {name: text for name, text in typed.items() if text})

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        entry = self.get_object(request, unquote(object_id))
        if not self.has_publish_permission(request):
            raise PermissionDenied
        if entry is None:
            return self.missing(request, object_id)
        if not self.has_view_or_change_permission(request, entry):
            raise PermissionDenied
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            return self.ask_for_reason(request, form, [entry], {"original": entry})
        reason = form.told
        self.tell(request, outcomes.withdraw_all([entry], by=request.user, reason=reason))
        return self.to_page(request, entry)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        entry = self.get_object(request, unquote(object_id))
        if entry is not None:
            try:
                desk.refuse_what_was_published(entry)
            except desk.WasPublished as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
                return self.to_page(request, entry)
        return super().delete_view(request, object_id, extra_context)
