"""Model fields of our own: an EDTF date, kept as the string that says it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from events import dates, languages


def explain(error: dates.DateError) -> ValidationError:
    """A date error as a form error, in the language of the person who typed it."""
    return ValidationError(error.message(languages.active()), code="date")


class EDTFFormField(forms.CharField):
    """Takes what people type ("mid-December 2025", "14./15. Dezember 2025"), gives EDTF."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value))
        if text in self.empty_values:
            return text
        try:
            return dates.understand(text, languages.active()).edtf
        except dates.DateError as error:
            raise explain(error) from error


class EDTFField(models.CharField):
    """A date as precisely as it is known: an EDTF string as `events.dates` reads it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 100)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        text = str(super().clean(value, model_instance))
        if not text:
            return text
        try:
            return dates.parse(text).edtf
        except dates.DateError as error:
            raise explain(error) from error

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": EDTFFormField, **kwargs})
