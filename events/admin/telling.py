"""The forms for what readers are told of a new version, or of a withdrawal: texts by language."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from events.desk import only_in_some_languages
from events.models import UNSEEN, control_character, is_unseen

ONE_IS_ENOUGH = "one_language"


def no_control_characters(text: str) -> None:
    if found := control_character(text):
        raise ValidationError(
            _("The character %(character)s cannot be part of a text. Please remove it."),
            params={"character": found},
        )
    if is_unseen(text):
        raise ValidationError(UNSEEN)


class TellingForm(forms.Form):
    """A text in each language of the site. One that is in some of them only is asked about: it is
    sent again with the box ticked, or with the other text."""

    NAME: ClassVar[str]
    LABEL: ClassVar[str | Promise]
    NEEDED: ClassVar[bool]

    one_language = forms.BooleanField(label=_("not in every language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, _name in settings.LANGUAGES:
            self.fields[f"{self.NAME}_{code}"] = forms.CharField(
                label=_("%(what)s (%(language)s)")
                % {"what": self.LABEL, "language": get_language_info(code)["name_translated"]},
                max_length=500,
                required=False,
                validators=[no_control_characters],
                widget=self.widget(code),
            )
        for name in self.names():
            # A browser would cut what is pasted without a word.
            self.fields[name].widget.attrs.pop("maxlength", None)
        self.order_fields([name for name in self.fields if name != ONE_IS_ENOUGH])

    def widget(self, language: str) -> forms.Widget:
        return forms.TextInput(attrs={"dir": "auto", "lang": language})

    @classmethod
    def names(cls) -> list[str]:
        """The names of its texts, one for each language."""
        return [f"{cls.NAME}_{code}" for code, _name in settings.LANGUAGES]

    @property
    def told(self) -> dict[str, str]:
        """By language, what was written."""
        texts = zip(settings.LANGUAGES, self.names(), strict=True)
        found = {code: self.cleaned_data.get(name, "") for (code, _name), name in texts}
        return {code: text for code, text in found.items() if text}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if self.NEEDED and not self.told:
            self.add_error(self.names()[0], gettext("Readers need a reason."))
        elif (question := only_in_some_languages(self.told)) and not cleaned[ONE_IS_ENOUGH]:
            more = gettext("Write it in that language too, or tick “not in every language”.")
            self.add_error(ONE_IS_ENOUGH, f"{question} {more}")
        return cleaned


class NoteForm(TellingForm):
    """What readers are told about a new version: what was corrected."""

    NAME = "note"
    LABEL = _("Note for readers")
    NEEDED = False


class ReasonForm(TellingForm):
    """Why an entry is withdrawn. Readers see it in the place of the entry."""

    NAME = "reason"
    LABEL = _("Reason, for readers")
    NEEDED = True

    def widget(self, language: str) -> forms.Widget:
        attrs = {"rows": 3, "dir": "auto", "lang": language, "class": "vLargeTextField"}
        return forms.Textarea(attrs=attrs)
