"""Model fields of our own: an EDTF date, kept as the string that says it; a number of an amount;
the tag of a language. And the columns of those that are translated."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from events import dates, languages

# The form of a tag by RFC 5646 (BCP 47): language, script, region, variants, extensions, the user's
# own. Whether there is such a language is not asked.
LANGUAGE_TAG = re.compile(
    r"[a-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?"
    r"(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*"
    r"(-x(-[A-Za-z0-9]{1,8})+)?",
    re.ASCII,
)


def explain(error: dates.DateError) -> ValidationError:
    """A date error as a form error, in the language of the person who typed it."""
    return ValidationError(error.message(languages.active()), code="date")


def in_words(text: str) -> ValidationError | None:
    """What to write where EDTF is expected and somebody has written a date in words, as in a file;
    None if it is none."""
    try:
        edtf = dates.understand(text, languages.active()).edtf
    except dates.DateError:
        return None
    message = gettext("“%(text)s” is a date in words. In EDTF it is “%(edtf)s”: write that.")
    return ValidationError(message % {"text": text, "edtf": edtf}, code="date")


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
            raise in_words(text) or explain(error) from error

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": EDTFFormField, **kwargs})


NO_NUMBER = _("A number is expected here, such as 1200 or 0.5.")

# A number in JSON, and on SQLite, is exact to this many digits; what is larger has zeros.
MOST_DIGITS = 15


def check_digits(value: Decimal) -> None:
    """Refuses more digits than a JSON number can hold exactly."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    if len(digits) > MOST_DIGITS:
        raise ValidationError(
            _("More than %(most)s digits: please round it."), params={"most": MOST_DIGITS}
        )


class AmountField(models.DecimalField):
    """A number of an amount, if it is known: up to 18 digits before the point and six after it, of
    which fifteen count. It may be below zero."""

    default_validators = [check_digits]
    default_error_messages = {"invalid": NO_NUMBER}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(
            *args, **{"max_digits": 24, "decimal_places": 6, "null": True, "blank": True} | kwargs
        )


class LanguageTagField(models.CharField):
    """The tag of a language (BCP 47), checked in its form: any language, not only the site's."""

    default_validators = [
        RegexValidator(
            re.compile(rf"\A{LANGUAGE_TAG.pattern}\Z", re.ASCII),
            _("A language tag such as “de”, “uk” or “pt-BR”."),
        )
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 35)
        super().__init__(*args, **kwargs)


def columns(field: str) -> list[str]:
    """The columns of a translated text."""
    return [
        build_localized_fieldname(field, language)
        for language in settings.MODELTRANSLATION_LANGUAGES
    ]
