"""The page of a record that is edited: everything it does goes through `events.desk`."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events import desk
from events.admin import needs, outcomes
from events.admin.base import DeskAdmin, page_of
from events.admin.forms import OPENED
from events.admin.history import history_of, with_texts
from events.admin.keeping import KeepingPage, account, token_of
from events.admin.lost import PAGE
from events.admin.merging import MergingPage, SavedMeanwhile, typed, without_gone
from events.admin.texts import TextsPage
from events.desk import RecordChanges, Right, conflicts
from events.models import Entry, Picture

# Lines of a history on one page.
LINES = 100


class NeverValid:
    """A form that is shown with what was typed, and with what is wrong in it, and not saved."""

    errors: Any

    def is_valid(self) -> bool:
        # Looking at what is wrong fills it in.
        assert self.errors is not None
        return False


class RecordAdmin(TextsPage, MergingPage, KeepingPage, DeskAdmin):
    """An entry or a piece of reference data."""

    class Media:
        js = ("admin-theme/keeping.js",)

    object_history_template = "admin/events/object_history.html"
    # What can be done to one record on a page of its own: each has a view, such as `withdraw_view`.
    own_pages: ClassVar[tuple[str, ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        opts = self.opts
        own = [
            path(
                f"<path:object_id>/{page}/",
                self.admin_site.admin_view(getattr(self, f"{page}_view")),
                name=f"{opts.app_label}_{opts.model_name}_{page}",
            )
            for page in ("compare", "merge", "restore", *self.own_pages)
        ]
        return [*own, *super().get_urls()]

    def to_page(
        self, request: HttpRequest, thing: Any, typed: Mapping[str, str] | None = None
    ) -> HttpResponse:
        """The page of the record, with what was typed and not taken."""
        address = page_of(thing)
        if typed:
            address = f"{address}?{urlencode(typed)}"
        preserved: Any = {
            "preserved_filters": self.get_preserved_filters(request),
            "opts": self.opts,
        }
        return HttpResponseRedirect(add_preserved_filters(preserved, address))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return desk.may(request.user, Right.ADD, self.model)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return desk.may(request.user, Right.CHANGE, obj or self.model)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return desk.may(request.user, Right.DELETE, obj or self.model)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if text := self.to_show(request):
            self.show(request, text)
        context = {**self.kept_context(request, object_id), **(extra_context or {})}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except SavedMeanwhile as found:
            if token := token_of(request.POST.get(PAGE)):
                # It is kept with both texts now.
                desk.open_forms.let_go(token, account(request))
            return self.set_aside(request, found)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        if "shows_kept" in request.__dict__:
            # What is shown only is judged, and never saved.
            return type(form.__name__, (NeverValid, form), {})
        return form

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in kwargs and obj.pk:
            parts = desk.lists_of(desk.model_of(obj)).values()
            owner = next(part.owner for part in parts if part.model is inline.model)
            rows = inline.model._default_manager.filter(**{owner: obj.pk})
            present = set(map(str, rows.values_list("pk", flat=True)))
            is_picture = issubclass(inline.model, Picture)
            without_gone(kwargs["data"], prefix, present, drop=is_picture)
        return kwargs

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if context["errors"]:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["wrong"] = needs.wrong(context["adminform"].form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: a record and its parts are saved together (`save_related`)."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        previews = "previews" in request.__dict__
        if (meanwhile := form.meanwhile) and not previews:
            raise SavedMeanwhile(form.instance, meanwhile, typed(form, formsets))

        def write() -> RecordChanges:
            # Saving moves the time of the last edit, so only if there was one.
            if not change or form.has_changed():
                super(RecordAdmin, self).save_model(request, form.instance, form, change)
            super(RecordAdmin, self).save_related(request, form, formsets, change)
            return changes_of(form, formsets)

        number = conflicts.number_of(form.cleaned_data.get(OPENED)) or None
        saved = desk.save(form.instance, by=request.user, write=write, opened_from=number)
        if token := token_of(request.POST.get(PAGE)):
            desk.open_forms.let_go(token, account(request))
        if saved.republished:
            self.message_user(request, desk.republished(saved.republished), messages.SUCCESS)
        if saved.renewing:
            self.message_user(request, in_background(saved.renewing), messages.SUCCESS)
        if not previews:
            self.ask(request, form.instance)

    def ask(self, request: HttpRequest, thing: Any) -> None:
        """Show what is odd about the record that was saved, each with a link to its place."""
        if asked := desk.questions(thing):
            text = outcomes.please_check(outcomes.where_it_is(thing, asked))
            self.message_user(request, text, messages.WARNING)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        thing = self.get_object(request, unquote(object_id))
        try:
            return super().delete_view(request, object_id, extra_context)
        except (desk.WasPublished, desk.InUse) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(page_of(thing))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        desk.delete(obj, by=request.user)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with desk.together(len(queryset)):
            for thing in queryset:
                desk.delete(thing, by=request.user)

    # The audit already has a line for each of these.
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any: ...

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any: ...

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any: ...

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            return self.missing(request, object_id)
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        paginator = Paginator(history_of(thing), LINES)
        page = paginator.get_page(request.GET.get(PAGE_VAR, 1))
        page.object_list = with_texts(thing, list(page.object_list))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Change history: %s") % thing,
            "subtitle": None,
            "lines": page,
            "can_compare": desk.snapshots.all_of(thing).count() > 1,
            "has_public": isinstance(thing, Entry) and desk.snapshots.public(thing) is not None,
            "page_range": paginator.get_elided_page_range(page.number),
            "page_var": PAGE_VAR,
            "pagination_required": paginator.num_pages > 1,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "object": thing,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.object_history_template, context)


def in_background(renewing: int) -> SafeString:
    """What is told whoever saves a record that many entries name."""
    link = format_html(
        '<a href="{}">{}</a>', reverse("admin:events_job_changelist"), _("Background work")
    )
    return format_html("{} {}", desk.renewing(renewing), link)


def changes_of(form: Any, formsets: Iterable[Any]) -> RecordChanges:
    """What the page that was just saved has changed."""
    rows = {
        formset.get_default_prefix(): desk.rows_changed(
            formset.new_objects,
            [row for row, _fields in formset.changed_objects],
            formset.deleted_objects,
        )
        for formset in formsets
    }
    return RecordChanges(tuple(form.changed_data), rows)
