"""Videos, recordings and documents elsewhere that belong to an entry: links, and nothing more."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models import identifiers
from events.models.dated import said_first
from events.models.entry import Entry
from events.models.fields import columns
from events.models.part import Part
from events.vocabulary import MediumKind


class Medium(Part):
    """A video, a recording or a document at an address of another site. Readers get a link that
    says what it is and where it leads; no page loads anything of it."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="media")
    kind = models.CharField(
        _("what it is"), max_length=12, choices=MediumKind, default=MediumKind.VIDEO
    )
    url = models.CharField(
        _("address"),
        max_length=1000,
        help_text=_("Where it is, as in https://example.org/speech. Nothing of it is loaded."),
    )
    title = models.CharField(
        _("title"), max_length=300, help_text=_("What is to be seen, heard or read there.")
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("video, recording or document")
        verbose_name_plural = _("videos, recordings and documents")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return said_first(self, "title") or self.url

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.url:
            try:
                self.url = identifiers.secure_address(self.url)
            except ValidationError as error:
                errors["url"] = error
        titles = columns("title")
        if not any(getattr(self, column) for column in titles):
            errors[titles[0]] = _("Say in one language at least what it is.")
        if errors:
            raise ValidationError(errors)
