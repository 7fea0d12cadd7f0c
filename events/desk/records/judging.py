"""Whether the desk takes a row: its model's own validation, reported at the keys of the row."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from events.desk.records.faults import Fault, meant
from events.desk.records.rows import Model, Row
from events.desk.structure import LANGUAGES, column, translated
from events.publishing import Problem, Where


def judge(instance: Any, row: Row) -> list[Problem]:
    """Everything wrong with an instance that has the values of a row, apart from fields that have a
    problem already."""
    texts = translated(row.model)
    # To Django, the text in the active language stands for all languages, and would be written into
    # that one: so the columns are judged one by one instead.
    exclude = set(texts) | row.spoilt
    exclude |= {column(name, code) for name in row.spoilt & texts for code in LANGUAGES}
    problems = [
        _problem(row, name, wrong)
        for name, errors in _wrong(instance, exclude).items()
        if name not in exclude
        for wrong in errors
    ]
    for name in sorted(texts - row.spoilt):
        needed = not instance._meta.get_field(name).blank
        if needed and not any(getattr(instance, column(name, code)) for code in LANGUAGES):
            message = _("This text is missing.")
            problems.append(Problem(Fault.MISSING, (*row.where, name), message))
    return problems


def found_links(instance: Any) -> set[str]:
    """The fields of which the row that they name has just been looked up: whether it is there need
    not be asked of the database again."""
    return {
        field.name
        for field in instance._meta.concrete_fields
        if field.is_relation and field.is_cached(instance) and getattr(instance, field.attname)
    }


def _wrong(instance: Any, exclude: set[str]) -> dict[str, list[ValidationError]]:
    """What `full_clean` finds, without looking up again what was found."""
    errors: dict[str, list[ValidationError]] = {}
    try:
        instance.clean_fields(exclude=exclude | found_links(instance))
    except ValidationError as error:
        error.update_error_dict(errors)
    try:
        instance.clean()
    except ValidationError as error:
        error.update_error_dict(errors)
    for check in (instance.validate_unique, instance.validate_constraints):
        try:
            check(exclude=exclude | (errors.keys() - {NON_FIELD_ERRORS}))
        except ValidationError as error:
            error.update_error_dict(errors)
    return errors


def _problem(row: Row, name: str, error: ValidationError) -> Problem:
    if error.code in ("blank", "null"):
        message = _("This is missing.")
        return Problem(Fault.MISSING, (*row.where, *_keys(row.model, name)), message)
    where = row.where if name == NON_FIELD_ERRORS else (*row.where, *_keys(row.model, name))
    said = " ".join(error.messages)
    if error.code == "invalid_choice" and (params := error.params):
        target: Any = row.model._meta.get_field(name)
        known = [str(value) for value, _label in target.flatchoices]
        said = _("“%(value)s” is none of these: %(choices)s.") % {
            "value": params["value"],
            "choices": ", ".join(known),
        }
        said += meant(str(params["value"]), known)
    return Problem(Fault.VALUE, where, said)


def _keys(model: Model, name: str) -> Where:
    """The keys that lead to a field: `title_de` → `title`, `de`."""
    for text in translated(model):
        for language in LANGUAGES:
            if name == column(text, language):
                return text, language
    return (name,)
