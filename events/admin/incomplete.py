"""Drafts that are begun: what readers cannot do without is judged at the door, not by the form. A
text is enough in any one language, and a short name is made from it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.manager import get_translatable_fields_for_model

from events import desk, languages
from events.admin.controls import columns
from events.models import Entry

# What an entry may be saved without, if it has a title.
LATER = ("date", "processes", "stance")
SLUG_HELP = _("Lower-case letters, digits and hyphens. Left empty, it is made from the title.")
SLUG_WRONG = _(
    "Only lower-case letters, digits and hyphens, as in “coalition-of-the-willing”. Left empty, it "
    "is made from the title."
)


class IncompleteForm:
    """Mixed into the form of a record or a row, before it."""

    fields: dict[str, Any]

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model = self._meta.model
        # The columns of texts of which one is needed, by the name of the field.
        self.one_of: dict[str, list[str]] = {}
        for name in get_translatable_fields_for_model(model) or ():
            present = [column for column in columns(name) if column in self.fields]
            if any(self.fields[column].required for column in present):
                self.one_of[name] = present
                self._not_required(present)
        if "slug" in self.fields:
            self._not_required(["slug"])
            self.fields["slug"].help_text = SLUG_HELP
            self.fields["slug"].error_messages["invalid"] = SLUG_WRONG
        if issubclass(model, Entry):
            self._not_required(name for name in LATER if name in self.fields)

    def _not_required(self: Any, names: Any) -> None:
        for name in names:
            field = self.fields[name]
            field.required = field.widget.is_required = False

    def clean(self: Any) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc]
        for present in self.one_of.values():
            if not any(cleaned.get(column) or column in self.errors for column in present):
                message = gettext("Write it in one language at least.")
                self.add_error(_of_the_desk(present), ValidationError(message, code="required"))
        if "slug" in self.fields and "slug" not in self.errors and not cleaned.get("slug"):
            cleaned["slug"] = desk.free_slug(self._meta.model, self._names(cleaned))
        return cleaned

    def _names(self: Any, cleaned: dict[str, Any]) -> list[str]:
        """What it is called, in the language of the desk first."""
        field = "title" if any(name.startswith("title") for name in self.fields) else "name"
        present = [column for column in columns(field) if column in self.fields] or [field]
        first = _of_the_desk(present)
        ordered = [first, *(column for column in present if column != first)]
        return [cleaned[column] for column in ordered if cleaned.get(column)]


def _of_the_desk(present: list[str]) -> str:
    """Of the columns of a text, that in the language of the desk."""
    return next((one for one in present if one.endswith(f"_{languages.active()}")), present[0])
