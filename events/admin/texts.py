"""The texts that a record has had: compared, and taken back."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events import desk
from events.admin.history import who
from events.admin.states import moment
from events.admin.values import between
from events.desk import Right
from events.models import Entry, Snapshot

PUBLIC = "public"


def chosen(thing: desk.Thing, asked: str | None) -> Snapshot | None:
    """A text of the record by its number; what readers see, or None if there is none such."""
    if asked == PUBLIC and isinstance(thing, Entry):
        return desk.snapshots.public(thing)
    if asked and asked.isascii() and asked.isdecimal() and len(asked) < 19:
        return desk.snapshots.all_of(thing).filter(pk=int(asked)).first()
    return None


class TextsPage:
    """Mixed into the admin of a record: pages on its texts."""

    def compare_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            return self.missing(request, object_id)
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        pair = [chosen(thing, request.GET.get(name)) for name in ("from", "to")]
        if pair[1] is None and not request.GET.get("to"):
            pair[1] = desk.snapshots.texts(thing).last()
        older, newer = pair
        context: dict[str, Any] = {"older": older, "newer": newer}
        if older and newer:
            model = desk.model_of(thing)
            context["changes"] = between(model, older.record, newer.record)
            context["times"] = [moment(one.at) for one in (older, newer)]
            context["people"] = [who(one.by) for one in (older, newer)]
        return self.page(request, thing, "admin/events/compare.html", _("What differs"), context)

    def restore_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            return self.missing(request, object_id)
        desk.require(request.user, Right.CHANGE, thing)
        text = chosen(thing, request.GET.get("text") or request.POST.get("text"))
        now = desk.snapshots.texts(thing).last()
        if text is None or now is None:
            raise Http404
        if request.method != "POST":
            changes = between(desk.model_of(thing), now.record, text.record)
            context = {"text": text, "changes": changes, "time": moment(text.at)}
            return self.page(
                request, thing, "admin/events/restore.html", _("Take this text back?"), context
            )
        try:
            written = desk.records.restore(thing, text.record, by=request.user, opened_from=text.pk)
        except (desk.records.Refused, desk.records.NoLongerThere) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            said = (
                _("The text of %(time)s was taken back, as a new save.")
                if written.updated
                else _("The record says this already: nothing was changed.")
            )
            self.message_user(request, said % {"time": moment(text.at)}, messages.SUCCESS)
        return self.to_page(request, thing)

    def page(
        self: Any,
        request: HttpRequest,
        thing: Any,
        template: str,
        title: str,
        context: dict[str, Any],
    ) -> HttpResponse:
        """A page about a record, in the frame of the desk."""
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(thing),
            "original": thing,
            "object": thing,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            **context,
        }
        return TemplateResponse(request, template, context)
