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


class EntryForm(forms.ModelForm):
    """An entry of any kind. `opened`: the state of the entry when its page was opened."""

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
            self._check_nobody_saved_meanwhile()
        return cleaned

    def _check_nobody_saved_meanwhile(self) -> None:
        conflict = conflicts.find(self.instance, self.cleaned_data.get(OPENED))
        if conflict is None:
            return
        # Having read the message, the editor may save again, knowing what that replaces.
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix(OPENED)] = conflict.state
        self.data = data
        self.add_error(None, self._meanwhile(conflict))

    def _meanwhile(self, conflict: conflicts.Conflict) -> str:
        message = gettext(
            "This entry was saved by %(who)s (%(time)s) after you had opened it. Nothing of yours "
            "is saved yet; what you typed is still here. Saving again replaces what was saved "
            "meanwhile."
        ) % {
            "who": _who(conflict),
            "time": moment(conflict.at),
        }
        labels = [str(self.fields[name].label) for name in self.changed_data]
        if labels:
            differing = gettext("Yours differs from it in: %(fields)s.") % {
                "fields": ", ".join(labels)
            }
            message = f"{message} {differing}"
        return message


def _who(conflict: conflicts.Conflict) -> str:
    if conflict.by is not None:
        return conflict.by.get_username()
    return gettext("the system") if conflict.is_told else gettext("somebody else")


def help_of(name: str) -> Any:
    field: Any = Source._meta.get_field(name)
    return field.help_text


class ReferenceForm(forms.ModelForm):
    """A record of reference data. `opened`: its short name when its page was opened."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial[OPENED] = self.instance.slug

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name != OPENED]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and conflicts.redacted_since(self.instance, cleaned.get(OPENED)):
            message = gettext(
                "This record was redacted after you had opened it. Nothing of yours is saved; what "
                "you typed is still here. Open the page again to change the record."
            )
            self.add_error(None, message)
        return cleaned


class SourceForm(ReferenceForm):
    authors = TextsField(label=capfirst(_("authors")), help_text=help_of("authors"), required=False)
    other_languages = ListedWordsField(
        label=capfirst(_("further languages")), help_text=help_of("other_languages"), required=False
    )
