"""The forms of entries: what no single field can know."""

from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.admin.controls import ListedWordsField, TextsField
from events.admin.states import moment
from events.desk import conflicts
from events.models import Source

OPENED = "opened"


class OpenedForm(forms.ModelForm):
    """A record. `opened`: its state when its page was opened."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial[OPENED] = conflicts.opened(self.instance)

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name != OPENED]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            self.meanwhile = conflicts.find(self.instance, cleaned.get(OPENED))
            if self.meanwhile and self.meanwhile.is_redacted:
                self.add_error(None, self.redacted(self.meanwhile))
        return cleaned

    # What came between opening the page and sending it; None if nothing did.
    meanwhile: conflicts.Conflict | None = None

    def redacted(self, conflict: conflicts.Conflict) -> str:
        """What to say if a text was taken out meanwhile: it must not come back unnoticed."""
        raise NotImplementedError


class EntryForm(OpenedForm):
    """An entry of any kind."""

    def redacted(self, conflict: conflicts.Conflict) -> str:
        # Having read the message, the editor may save again, knowing what that replaces.
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix(OPENED)] = conflict.state
        self.data = data
        message = gettext(
            "This entry was redacted (%(time)s) after you had opened it. Nothing of yours is saved "
            "yet; what you typed is still here. Saving again replaces what the redaction left."
        )
        message %= {"time": moment(conflict.theirs.at)}
        labels = [str(self.fields[name].label) for name in self.changed_data]
        if labels:
            differing = gettext("Yours differs from it in: %(fields)s.") % {
                "fields": ", ".join(labels)
            }
            message = f"{message} {differing}"
        return message


def help_of(name: str) -> Any:
    field: Any = Source._meta.get_field(name)
    return field.help_text


class ReferenceForm(OpenedForm):
    """A record of reference data."""

    def redacted(self, conflict: conflicts.Conflict) -> str:
        return gettext(
            "This record was redacted after you had opened it. Nothing of yours is saved; what "
            "you typed is still here. Open the page again to change the record."
        )


class SourceForm(ReferenceForm):
    authors = TextsField(label=capfirst(_("authors")), help_text=help_of("authors"), required=False)
    other_languages = ListedWordsField(
        label=capfirst(_("further languages")), help_text=help_of("other_languages"), required=False
    )
