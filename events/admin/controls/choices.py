"""Choosing a record by its key. Anything else that a browser sends is refused, not looked up."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField

DIGITS = len(str(BigIntegerField.MAX_BIGINT)) - 1


def is_key(value: Any) -> bool:
    """Whether a text can be a primary key. Databases answer longer numbers with an error."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= DIGITS


class RecordChoiceField(forms.ModelChoiceField):
    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or is_key(getattr(value, "pk", value)):
            return super().to_python(value)
        raise ValidationError(
            self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value}
        )


class RecordMultipleChoiceField(forms.ModelMultipleChoiceField):
    def clean(self, value: Any) -> Any:
        for key in value or []:
            if not is_key(key):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": key},
                )
        return super().clean(value)


class Select(AutocompleteSelect):
    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        return super().optgroups(name, [key for key in value if is_key(key)], attrs)


class SelectMultiple(AutocompleteSelectMultiple):
    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        return super().optgroups(name, [key for key in value if is_key(key)], attrs)
