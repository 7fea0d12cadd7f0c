"""Choosing a record: from a list that answers while one types, or by what was typed, which has to
stand for one record. Anything else that a browser sends is refused, not looked up."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField, Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.desk import lookup

DIGITS = len(str(BigIntegerField.MAX_BIGINT)) - 1
TYPED = "_typed"


def is_key(value: Any) -> bool:
    """Whether a text can be a primary key. Databases answer longer numbers with an error."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= DIGITS


class Typed(str):
    """What was typed in the place of a choice."""


def meant(model: type[Model], text: str) -> int:
    """The key of the one record that a text stands for. Raises a `ValidationError` that says whose
    it may be."""
    found = lookup.find(model, text)
    if found.meant:
        return found.meant.key
    params = {"text": text, "names": " · ".join(map(_in_a_line, found.matches))}
    if found.matches:
        message = _("Which one is meant by “%(text)s”? Choose it: %(names)s")
    else:
        message = _("Nothing on file is called “%(text)s”. Choose something else, or add it.")
    raise ValidationError(message, code="unresolved", params=params)


def _model_of(field: forms.ModelChoiceField) -> type[Model]:
    rows: Any = field.queryset
    model: type[Model] = rows.model
    return model


def _in_a_line(match: lookup.Candidate) -> str:
    return f"{match.label} ({', '.join(match.beside)})" if match.beside else match.label


class RecordChoiceField(forms.ModelChoiceField):
    def to_python(self, value: Any) -> Any:
        if isinstance(value, Typed):
            value = meant(_model_of(self), value)
        if value in self.empty_values or is_key(getattr(value, "pk", value)):
            return super().to_python(value)
        raise ValidationError(
            self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value}
        )


class RecordMultipleChoiceField(forms.ModelMultipleChoiceField):
    def clean(self, value: Any) -> Any:
        keys = []
        for one in value or []:
            key = meant(_model_of(self), one) if isinstance(one, Typed) else one
            if not is_key(key):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": key},
                )
            keys.append(key)
        return super().clean(keys)


class LookUp(forms.Select):
    """What is chosen, and beside it a field to type in: without a script, a name or code there
    stands for the record; with it, the field lists what may be meant."""

    choices: Any

    class Media:
        js = ("admin-theme/offered.js", "admin-theme/lookup.js")

    def __init__(self, model: type[Model], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.model = model
        # Records that the page has at hand, by key: they need not be asked for again.
        self.at_hand: dict[str, Model] = {}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = data.get(f"{name}{TYPED}", "").strip()
        return Typed(typed) if typed else super().value_from_datadict(data, files, name)

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """Nothing but what is chosen, and nothing at all where that can be."""
        keys = [str(key) for key in value if is_key(key) and not isinstance(key, Typed)]
        options = [] if self.allow_multiple_selected else [("", "---------")]
        options += list(self._chosen(keys))
        return [
            (
                None,
                [
                    self.create_option(name, key, label, key in (keys or [""]), number, attrs=attrs)
                    for number, (key, label) in enumerate(options)
                ],
                0,
            )
        ]

    def _chosen(self, keys: list[str]) -> Iterator[tuple[str, str]]:
        known = {key: self.at_hand[key] for key in keys if key in self.at_hand}
        if others := [key for key in keys if key not in known]:
            found = self.choices.queryset.filter(pk__in=others)
            known |= {str(thing.pk): thing for thing in found}
        for key in keys:
            if key in known:
                yield key, self.choices.field.label_from_instance(known[key])

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        every = value if isinstance(value, list | tuple) else [value]
        typed = [one for one in every if isinstance(one, Typed)]
        identifier = (attrs or {}).get("id", f"id_{name}")
        return format_html(
            '<div class="look-up" data-address="{}" data-looking="{}" data-remove="{}"'
            ' data-add="{}" data-here="{}"{}>'
            '{}<input type="text" class="vTextField" name="{}" id="{}" value="{}" aria-label="{}"'
            ' autocomplete="off" spellcheck="false" dir="auto"></div>',
            reverse("admin:events_look_up", args=[self.model._meta.model_name]),
            _("looking …"),
            _("Take out"),
            _("Add “%s” …"),
            _("already here"),
            SafeString(" data-many") if self.allow_multiple_selected else "",
            super().render(name, value, attrs, renderer),
            f"{name}{TYPED}",
            f"{identifier}{TYPED}",
            "; ".join(typed),
            _("Name or code"),
        )


class LookUpSeveral(LookUp, forms.SelectMultiple):
    """The same for several records: each is taken out by itself."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        keys = forms.SelectMultiple.value_from_datadict(self, data, files, name) or []
        typed = data.get(f"{name}{TYPED}", "").replace(";", "\n").splitlines()
        return [*keys, *(Typed(text.strip()) for text in typed if text.strip())]
