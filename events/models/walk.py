"""A walk through the record: entries in an order, with a sentence for each."""

from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from events.models.dated import said_first
from events.models.entry import Entry
from events.models.part import Part
from events.vocabulary import Kind


class Walk(Entry):
    """Entries that readers are led through, one step at a time. It rests on them, and so needs no
    source of its own."""

    KIND = Kind.WALK

    class Meta:
        verbose_name = _("walk")
        verbose_name_plural = _("walks")


class WalkStep(Part):
    """An entry that a walk shows, and what it says of it there."""

    walk = models.ForeignKey(Walk, models.CASCADE, related_name="steps")
    entry = models.ForeignKey(
        Entry, models.PROTECT, verbose_name=_("entry"), related_name="shown_in"
    )
    text = models.CharField(
        _("sentence"),
        max_length=500,
        # A draft may still lack it in a language; the door then says so.
        blank=True,
        help_text=_("What readers are told at this step, in a sentence or two, without Markdown."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("step of the walk")
        verbose_name_plural = _("steps of the walk")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return said_first(self, "text") or str(self.entry)

    def clean(self) -> None:
        super().clean()
        if self.entry_id and self.entry.kind == Kind.WALK:
            raise ValidationError({"entry": _("A step shows an entry, and not another walk.")})

    def untold(self) -> Iterator[str]:
        """The languages in which it has no sentence."""
        for language in settings.MODELTRANSLATION_LANGUAGES:
            if not (getattr(self, build_localized_fieldname("text", language)) or "").strip():
                yield language
