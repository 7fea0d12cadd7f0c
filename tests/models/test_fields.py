"""Dates in forms and on models, in both languages."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from events.dates import DateError, parse, understand
from events.models import Commitment, Entry, Source
from events.models.fields import EDTFField, EDTFFormField, explain

LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])
DATE = Entry._meta.get_field("date")
DEADLINE = Commitment._meta.get_field("deadline")


@LANGUAGES
@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("mid-December 2025", "[2025-12-11..2025-12-20]"),
        ("Mitte Dezember 2025", "[2025-12-11..2025-12-20]"),
        ("14./15. Dezember 2025", "2025-12-14/2025-12-15"),
        ("14–15 December 2025", "2025-12-14/2025-12-15"),
        ("  6 January 2026 ", "2026-01-06"),
        ("since 15 November 2025", "2025-11-15/.."),
        ("bis zum 6. Januar 2026", "../2026-01-06"),
        ("2025-21", "2025-21"),
        ("2025-11-15~/..", "2025-11-15~/.."),
    ],
)
def test_a_form_takes_what_people_type(language: str, typed: str, edtf: str) -> None:
    with translation.override(language):
        assert EDTFFormField().clean(typed) == edtf


@LANGUAGES
@pytest.mark.parametrize("typed", ["yesterday", "2025-13", "30 February 2026", "31. Juni 2026"])
def test_a_form_explains_what_is_no_date_in_the_language_of_who_typed_it(
    language: str, typed: str
) -> None:
    with pytest.raises(DateError) as wrong:
        understand(typed, language)
    with translation.override(language), pytest.raises(ValidationError) as caught:
        EDTFFormField().clean(typed)
    assert caught.value.messages == [wrong.value.message(language)]
    assert caught.value.code == "date"
    assert isinstance(caught.value.__cause__, DateError)


def test_the_languages_explain_differently() -> None:
    with pytest.raises(DateError) as wrong:
        parse("2025-13")
    messages = []
    for language in ("en", "de", "de-at"):
        with translation.override(language):
            messages += explain(wrong.value).messages
    english, german, austrian = messages
    assert english == str(wrong.value) != german
    assert german == austrian == wrong.value.message("de")


def test_where_no_language_is_active_it_is_english() -> None:
    with pytest.raises(DateError) as wrong:
        parse("2025-13")
    with translation.override(None):
        assert explain(wrong.value).messages == [wrong.value.message("en")]
        assert EDTFFormField().clean("mid-December 2025") == "[2025-12-11..2025-12-20]"


@pytest.mark.parametrize("typed", ["", "   ", None])
def test_nothing_typed_is_nothing_or_missing(typed: str | None) -> None:
    assert EDTFFormField(required=False).clean(typed) == ""
    with pytest.raises(ValidationError) as caught:
        EDTFFormField().clean(typed)
    assert [error.code for error in caught.value.error_list] == ["required"]


@pytest.mark.parametrize("edtf", ["2025", "2025-09", "2025-12-15~", "../2026-01-06", "2025/2026"])
def test_a_column_takes_edtf(edtf: str) -> None:
    assert DATE.clean(edtf, None) == edtf


@LANGUAGES
@pytest.mark.parametrize("text", ["6.13.2026", "2025-13", "x"])
def test_a_column_takes_nothing_else(language: str, text: str) -> None:
    with pytest.raises(DateError) as wrong:
        parse(text)
    with translation.override(language), pytest.raises(ValidationError) as caught:
        DATE.clean(text, None)
    assert caught.value.messages == [wrong.value.message(language)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "January 2026",
            "“January 2026” is a date in words. In EDTF it is “2026-01”: write that.",
        ),
        (
            "en",
            "6.1.2026",
            "“6.1.2026” is a date in words. In EDTF it is “2026-01-06”: write that.",
        ),
        (
            "de",
            "vor dem 6. Januar 2026",
            (
                "„vor dem 6. Januar 2026“ ist ein Datum in Worten. In EDTF lautet es "
                "„../2026-01-05“: Schreiben Sie das."
            ),
        ),
    ],
)
def test_a_column_says_how_to_write_a_date_that_is_in_words(language, text, told) -> None:
    with translation.override(language), pytest.raises(ValidationError) as caught:
        DATE.clean(text, None)
    assert caught.value.messages == [told]


def test_a_date_may_be_left_out_only_where_the_column_says_so() -> None:
    assert DEADLINE.clean("", None) == ""
    with pytest.raises(ValidationError) as caught:
        DATE.clean("", None)
    assert [error.code for error in caught.value.error_list] == ["blank"]


def test_a_date_that_the_column_has_no_room_for_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        EDTFField(max_length=7).clean("2025-12-15", None)
    assert [error.code for error in caught.value.error_list] == ["max_length"]
    assert EDTFField().max_length == 100
    assert EDTFField(max_length=7).max_length == 7


def test_forms_of_models_have_the_field_that_understands() -> None:
    for column in (DATE, DEADLINE, Source._meta.get_field("published_on")):
        field = column.formfield()
        assert type(field) is EDTFFormField
        assert field.required is not column.blank
        assert field.max_length == 100
    assert type(DATE.formfield(form_class=forms.CharField)) is forms.CharField
