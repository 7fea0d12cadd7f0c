"""What entries of every kind have, as editors write them on the desk."""

import uuid
from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from events import dates
from events.log import LAST_RANK, Version
from events.models.fields import EDTFField
from events.models.reference import Process, Slugged, Topic
from events.vocabulary import TRAITS, Basis, Kind


class Entry(Slugged):
    """One dated, sourced statement: what all kinds share. Each kind is a child model."""

    KIND: ClassVar[Kind]
    # Which of its own fields exist in every language (`events.translation`).
    TRANSLATED: ClassVar[tuple[str, ...]] = ()

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, editable=False)
    processes = models.ManyToManyField(Process, verbose_name=_("processes"), related_name="entries")
    title = models.CharField(_("title"), max_length=500)
    summary = models.TextField(
        _("summary"),
        blank=True,
        validators=[MaxLengthValidator(20_000)],
        help_text=_("Markdown, without HTML."),
    )
    basis = models.CharField(
        _("basis"),
        max_length=12,
        choices=Basis,
        blank=True,
        help_text=_(
            "How it is known: those whom it is about said so themselves, the source reports it of "
            "them, or it is what the editors make of it. Readers see which. Empty if not recorded."
        ),
    )
    date = EDTFField(_("date"))
    date_label = models.CharField(
        _("wording of the date"),
        max_length=100,
        blank=True,
        help_text=_("Only where the wording that follows from the date reads badly."),
    )
    rank = models.PositiveSmallIntegerField(
        _("order within the day"), default=0, validators=[MaxValueValidator(LAST_RANK)]
    )
    key_event = models.BooleanField(
        _("key event"),
        default=False,
        db_default=False,
        help_text=_(
            "One of the few that carry the story. The drawing names these first, and readers see "
            "that the editors have marked it."
        ),
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="entries"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited"), auto_now=True)
    # The `edited_at` of what readers see: if the two are equal, readers see what editors see. None
    # before the first publication.
    public_edited_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["-edited_at"]
        permissions = [
            ("publish_entry", _("Can publish and withdraw entries")),
            ("redact_entry", _("Can redact what was published")),
        ]
        indexes = [
            # The desk's list, newest work first.
            models.Index(fields=["-edited_at"], name="entry_by_edit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(rank__lte=LAST_RANK), name="entry_rank_fits_the_sort_key"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    def clean(self) -> None:
        super().clean()
        published = Version.objects.filter(slug=self.slug).order_by("-seq")
        holder = published.values_list("entry", flat=True).first()
        if holder is not None and holder != self.pk:
            other = Entry.objects.get(pk=holder)
            raise ValidationError({"slug": taken(self.slug, other)}, code="taken")
        if self.key_event and not TRAITS[self.KIND].drawn:
            message = _("It is not drawn among the events. Mark an entry to which it leads.")
            raise ValidationError({"key_event": message})

    @property
    def date_there(self) -> str:
        """Its date as it is told to readers: by the clocks of where it was, if that is known."""
        return self.date

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields(exclude)
        # A form excludes the date if it is wrong; a wording cannot be judged then.
        if "date" not in (exclude or ()):
            self._check_wordings()

    def _check_wordings(self) -> None:
        value = dates.parse(self.date)
        message = _("This says something other than the date, which reads “%(label)s”.")
        errors = {}
        for language in settings.MODELTRANSLATION_LANGUAGES:
            field = build_localized_fieldname("date_label", language)
            wording = getattr(self, field)
            if wording and dates.contradicts(wording, value, language):
                params = {"label": value.label(language)}
                errors[field] = ValidationError(message, params=params)
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.kind:
            self.kind = self.KIND
        super().save(*args, **kwargs)


def taken(slug: str, holder: Entry) -> str:
    """What to say to somebody who wants an address that belongs to another entry for good."""
    message = gettext(
        "“%(slug)s” is or was the address of “%(title)s”, and links lead there. Choose another "
        "short name."
    )
    return message % {"slug": slug, "title": holder}


def leads_back(entry: Entry, link: str) -> bool:
    """Does following this link from entry to entry of the kind lead back to where it began?"""
    column = f"{link}_id"
    step: int | None = getattr(entry, column)
    seen: set[int] = set()
    while step is not None and step not in seen:
        if step == entry.pk:
            return True
        seen.add(step)
        links = type(entry)._default_manager.values_list(column, flat=True)
        step = links.filter(pk=step).first()
    return False
