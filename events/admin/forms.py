"""The forms of entries: what no single field can know."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from events.admin.states import moment
from events.models import Entry, control_character
from events.vocabulary import Domain

OPENED = "opened"


class EntryForm(forms.ModelForm):
    """An entry of any kind. `opened` is the state of the entry in which its page was opened."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial[OPENED] = self.instance.edited_at.isoformat()

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name != OPENED]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._check_nobody_saved_meanwhile()
        return cleaned

    def _check_nobody_saved_meanwhile(self) -> None:
        # The lock makes two saves at the same moment wait, so that the second sees the first.
        saved = Entry.objects.select_for_update().values_list("edited_at", flat=True)
        stamp = saved.get(pk=self.instance.pk).isoformat()
        if self.cleaned_data.get(OPENED) == stamp:
            return
        # Whoever has read the message may save again, knowing what is replaced.
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix(OPENED)] = stamp
        self.data = data
        self.add_error(None, self._meanwhile())

    def _meanwhile(self) -> str:
        content_type = ContentType.objects.get_for_model(self.instance, for_concrete_model=False)
        last = (
            LogEntry.objects.filter(content_type=content_type, object_id=str(self.instance.pk))
            .select_related("user")
            .first()
        )
        message = _t(
            "This entry was saved by %(who)s (%(time)s) after you had opened it. Nothing of yours "
            "is saved yet; what you typed is still here. Saving again replaces what was saved "
            "meanwhile."
        ) % {
            "who": last.user.get_username() if last else _t("somebody else"),
            "time": moment(self.instance.edited_at),
        }
        labels = [str(self.fields[name].label) for name in self.changed_data]
        if labels:
            differing = _t("Yours differs from it in: %(fields)s.") % {"fields": ", ".join(labels)}
            message = f"{message} {differing}"
        return message


class CommitmentForm(EntryForm):
    domains = forms.MultipleChoiceField(
        label=capfirst(_("domains")),
        choices=Domain.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def no_control_characters(text: str) -> None:
    if found := control_character(text):
        raise ValidationError(
            _("The character %(character)s cannot be part of a text. Please remove it."),
            params={"character": found},
        )


class NoteForm(forms.Form):
    """What readers are told about a new version: what was corrected."""

    note = forms.CharField(
        label=_("Note for readers"),
        max_length=500,
        required=False,
        validators=[no_control_characters],
    )


class ReasonForm(forms.Form):
    """Why an entry is withdrawn. Readers see it in the place of the entry."""

    reason = forms.CharField(
        label=_("Reason, for readers"),
        max_length=500,
        validators=[no_control_characters],
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "vLargeTextField"}),
    )
