"""Form fields of the desk: dates that say how they are understood, quantities, prose."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events import languages
from events.admin.controls import numbers
from events.admin.controls.reading import Reading, as_html, reading
from events.desk import label
from events.models import NO_NUMBER, EDTFField

DATE_HELP = _("As you would write it: “mid-December 2025”, “14–15 December 2025”, “2026-01”.")


class UnderstoodInput(AdminTextInputWidget):
    """A text, and below it how it is understood: at once with the script, else after saving."""

    address: ClassVar[str]

    class Media:
        js = ("admin-theme/dates.js",)

    def understood(self, text: str) -> Reading:
        raise NotImplementedError

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        identifier = (attrs or {}).get("id", f"id_{name}")
        attrs = {
            **(attrs or {}),
            "data-dates": reverse(self.address),
            "autocomplete": "off",
        }
        shown = as_html(self.understood("" if value is None else str(value)))
        return format_html(
            '<div class="date-field">{}<output id="{}_understood" for="{}" class="understood"'
            ' aria-live="polite">{}</output></div>',
            super().render(name, value, attrs, renderer),
            identifier,
            identifier,
            shown,
        )


class DateInput(UnderstoodInput):
    address = "admin:events_dates"

    def understood(self, text: str) -> Reading:
        return reading(text)


class QuantityInput(UnderstoodInput):
    address = "admin:events_numbers"

    def understood(self, text: str) -> Reading:
        return numbers.reading(text)

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"inputmode": "decimal", **(attrs or {})})


class ProseField(forms.CharField):
    """Browsers send line ends as CR LF. If those were kept, every saved page would be an edited
    one.
    """

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


class QuantityField(forms.DecimalField):
    """A number as the language of the desk writes it. Shows 26 as “26”, and not with the decimals
    of the column, which read as thousands in half of Europe."""

    widget = QuantityInput
    default_error_messages = {"invalid": NO_NUMBER}

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value.strip():
            try:
                value = numbers.understand(value, languages.active())
            except numbers.NoNumber as error:
                raise ValidationError(str(error), code="invalid") from error
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return numbers.typed(value, languages.active()) if isinstance(value, Decimal) else value


def adapt(db_field: models.Field, field: Any) -> Any:
    """Give a form field what the desk adds: direction and language of the text, label, help."""
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        # Missing records can be added from here. What others use is changed on its own page.
        field.widget.can_change_related = False
        field.widget.can_delete_related = False
        field.widget.can_view_related = False
    widget = getattr(field.widget, "widget", field.widget)
    if isinstance(widget, (forms.TextInput, forms.Textarea)):
        # So that a name in Hebrew or Arabic reads correctly on an English page.
        widget.attrs["dir"] = "auto"
        # A browser would cut what is pasted without a word; what is too long is refused in words.
        widget.attrs.pop("maxlength", None)
    if isinstance(widget, forms.Textarea):
        widget.attrs["rows"] = 6
    if language := getattr(db_field, "language", None):
        field.label = label(db_field)
        widget.attrs["lang"] = language
        if language != settings.LANGUAGES[0][0]:
            # Only once, below the first language.
            field.help_text = ""
    if isinstance(db_field, EDTFField) and not field.help_text:
        field.help_text = DATE_HELP
    return field


def labels(model: type[models.Model]) -> dict[str, str]:
    """The labels of the translated columns, which pages need even where they only show them."""
    return {
        column.name: label(column) for column in model._meta.fields if hasattr(column, "language")
    }


def form_class(db_field: models.Field) -> dict[str, Any]:
    """The arguments that choose the desk's own form field; none if Django's will do."""
    if isinstance(db_field, EDTFField):
        return {"widget": DateInput}
    if isinstance(db_field, models.URLField):
        return {"assume_scheme": "https"}
    if isinstance(db_field, models.DecimalField):
        return {"form_class": QuantityField, "widget": QuantityInput}
    if isinstance(db_field, models.TextField):
        return {"form_class": ProseField, "widget": AdminTextareaWidget}
    return {}
