"""Redacting from the desk: what, in which versions, on what ground, why; then what will happen."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import desk, releases
from events.admin.records import RecordAdmin
from events.admin.telling import ReasonForm
from events.desk import Places, Right
from events.models import Entry, Redaction, Reference, Version
from events.vocabulary import Ground

CONFIRMED = "_confirmed"


class RedactionForm(ReasonForm):
    """What readers are told of a redaction."""

    ground = forms.ChoiceField(
        label=_("ground"),
        choices=[(one.value, one.label) for one in Ground if one != Ground.CLOCK],
    )


class EntryRedactionForm(RedactionForm):
    """Parts of an entry."""

    parts = forms.CharField(
        label=_("parts"),
        initial="all",
        help_text=_(
            "“all”, or places such as title, summary, note or sources/*/quote, with spaces."
        ),
    )
    numbers = forms.CharField(
        label=_("versions"),
        required=False,
        help_text=_("Their numbers, with spaces; all versions if left empty."),
    )
    close = forms.BooleanField(
        label=_("only close the text to readers, without erasing it"), required=False
    )
    field_order = ("parts", "numbers", "ground", "close")

    def clean_numbers(self) -> list[int] | None:
        words = self.cleaned_data["numbers"].split()
        if not all(word.isascii() and word.isdigit() for word in words):
            raise forms.ValidationError(gettext("Write numbers of versions, as in “1 2”."))
        return [int(word) for word in words] or None

    def places(self, thing: Entry) -> Places:
        """What would be replaced. Raises `CannotRedact`."""
        said = self.cleaned_data
        parts = said["parts"].split()
        return desk.would_redact(thing, parts, said["numbers"], erase=not said["close"])

    def redact(self, thing: Entry, by: Any) -> Redaction:
        """Do it. Raises `CannotRedact` and `NotNow`."""
        said = self.cleaned_data
        return desk.redact(
            thing,
            ground=said["ground"],
            reason=self.told,
            parts=said["parts"].split(),
            numbers=said["numbers"],
            erase=not said["close"],
            by=by,
        )

    def warning(self) -> str:
        """What is to be said to whoever has done it; empty if nothing is."""
        return desk.still_on_the_desk() if self.cleaned_data["close"] else ""


class RecordRedactionForm(RedactionForm):
    """A record of reference data, as a whole."""

    def places(self, thing: Reference) -> Places:
        """As that of an entry."""
        return desk.would_redact_record(thing)

    def redact(self, thing: Reference, by: Any) -> Redaction:
        """As that of an entry."""
        ground = self.cleaned_data["ground"]
        return desk.redact_record(thing, ground=ground, reason=self.told, by=by)

    def warning(self) -> str:
        """Nothing of it stays on the desk."""
        return ""


class RedactingPage(RecordAdmin):
    """The page of one record, from which what was published of it can be redacted."""

    redaction_form: ClassVar[type[EntryRedactionForm | RecordRedactionForm]]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        may_redact = object_id is not None and desk.may(request.user, Right.REDACT, self.model)
        context = {"may_redact": may_redact, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def redact_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            return self.missing(request, object_id)
        desk.require(request.user, Right.REDACT, thing)
        form = self.redaction_form(request.POST if request.method == "POST" else None)
        versions: list[Version] = []
        if form.is_valid():
            try:
                places = form.places(thing)
                if CONFIRMED in request.POST:
                    form.redact(thing, request.user)
                    releases.remake()
                    self.message_user(request, gettext("It was redacted."), messages.SUCCESS)
                    if warning := form.warning():
                        self.message_user(request, warning, messages.WARNING)
                    return self.to_page(request, thing)
                versions = list(Version.objects.filter(pk__in=places).defer("document"))
            except (desk.CannotRedact, desk.NotNow) as refusal:
                form.add_error(None, str(refusal))
        return self._ask(request, thing, form, versions)

    def _ask(
        self, request: HttpRequest, thing: Any, form: RedactionForm, versions: list[Version]
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        button = gettext("Redact for good") if versions else gettext("Say what will change")
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Redact what was published"),
            "button": button,
            "button_name": CONFIRMED if versions else "",
            "opts": self.opts,
            "original": thing,
            "form": form,
            "versions": versions,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/events/redact.html", context)
