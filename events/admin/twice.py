"""What is on file already is shown before it is made a second time."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.admin.base import page_of
from events.admin.controls import columns
from events.desk import lookup

ANOTHER = "another"
ADDRESSES = ("url", "archive_url")


class NotTwiceForm:
    """Mixed into the form of reference data, before it. `another`: it is another one than those
    that are called so, or are at its address."""

    fields: dict[str, Any]

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_whether_another = False

    def clean(self: Any) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc]
        names = ["title", *columns("name")]
        changed = {*self.changed_data}
        if self.errors or not changed & {*names, *ADDRESSES}:
            return cleaned
        found = lookup.same(
            self._meta.model,
            [cleaned[name] for name in names if name in changed and cleaned.get(name)],
            [cleaned[name] for name in ADDRESSES if name in changed and cleaned.get(name)],
            but=self.instance.pk,
        )
        if found:
            self.asks_whether_another = True
            if not cleaned.get(ANOTHER):
                self.add_error(None, ValidationError(self._on_file(found), code="on_file"))
        return cleaned

    def _on_file(self: Any, found: list[lookup.Candidate]) -> SafeString:
        model = self._meta.model
        links = format_html_join(
            "; ",
            '<a href="{}">{}</a> ({})',
            ((page_of(model(pk=one.key)), one.label, ", ".join(one.beside)) for one in found),
        )
        told = gettext("This is on file already:")
        then = gettext("If yours is another one, tick “it is another one” and save again.")
        return format_html("{} {}. {}", told, links, then)


def with_question(form: Any) -> Any:
    """The same form, which asks whether a record is another one than those on file."""
    another = forms.BooleanField(label=_("it is another one"), required=False)
    return type(form.__name__, (NotTwiceForm, form), {ANOTHER: another})
