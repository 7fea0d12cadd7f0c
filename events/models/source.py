"""Sources: publications, how they are found and read, and what has become of them since."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models import identifiers
from events.models.fields import EDTFField, columns
from events.models.reference import Reference
from events.models.text import control_character
from events.models.times import is_span
from events.vocabulary import Facet, SourceAccess, SourceState

MOST_AUTHORS, LONGEST_AUTHOR, MOST_LANGUAGES = 100, 200, 20
# What is kept in another form than it may be typed in.
READ: dict[str, Callable[[str], str]] = {
    "url": identifiers.web_address,
    "archive_url": identifiers.web_address,
    "doi": identifiers.doi,
    "isbn": identifiers.isbn,
    "urn": identifiers.urn,
    "language": identifiers.language_tag,
}


class Source(Reference):
    """A publication. What is not known about it stays empty."""

    # Entries that cite it, and those where something on file of an actor is from it.
    FACETS = (Facet.SOURCE, Facet.SOURCE_ON_FILE)

    title = models.CharField(
        _("title"), max_length=500, help_text=_("In the language of the publication.")
    )
    authors = models.JSONField(
        _("authors"),
        default=list,
        blank=True,
        help_text=_("Who wrote it, as it says itself: one on each line."),
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    language = models.CharField(
        _("language"),
        max_length=35,
        help_text=_("The tag of the language of its title, as in “de” or “pt-BR”."),
    )
    other_languages = models.JSONField(
        _("further languages"),
        default=list,
        blank=True,
        help_text=_("The tags of other languages in which it is written: “en, fr”."),
    )
    published_on = EDTFField(_("published on"), blank=True)
    url = models.CharField(_("address"), max_length=1000, blank=True)
    archive_url = models.CharField(_("archived at"), max_length=1000, blank=True)
    access = models.CharField(
        _("access"),
        max_length=12,
        choices=SourceAccess,
        blank=True,
        help_text=_("What a reader needs at its address. Empty if not recorded."),
    )
    doi = models.CharField(
        _("DOI"), max_length=255, blank=True, help_text=_("As in 10.1000/182; it is linked.")
    )
    isbn = models.CharField(
        _("ISBN"), max_length=32, blank=True, help_text=_("As in 978-3-16-148410-0.")
    )
    urn = models.CharField(
        _("URN"), max_length=255, blank=True, help_text=_("As in urn:nbn:de:101:1-201102033592.")
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=SourceState,
        default=SourceState.PUBLISHED,
        help_text=_(
            "Whether whoever published it has corrected or retracted it. Readers are told wherever "
            "it is cited."
        ),
    )
    state_date = EDTFField(
        _("since when"), blank=True, help_text=_("When it was corrected or retracted.")
    )
    state_note = models.CharField(
        _("what was corrected, or why it was retracted"), max_length=500, blank=True
    )
    state_source = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("who says so"),
        null=True,
        blank=True,
        related_name="tells_of",
        help_text=_("The source that tells of it, such as a notice of the publisher."),
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state_source__isnull=True) | ~Q(state_source=F("id")),
                name="source_is_told_of_by_another",
                violation_error_message=_("Another source tells of it."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {**self._read(), **self._read_lists(), **self._judge_state()}
        if errors:
            raise ValidationError(errors)

    def _read(self) -> dict[str, ValidationError]:
        """Bring identifiers into the form in which they are kept; return what is wrong."""
        errors = {}
        for name, read in READ.items():
            if typed := getattr(self, name):
                try:
                    setattr(self, name, read(typed))
                except ValidationError as error:
                    errors[name] = error
        return errors

    def _read_lists(self) -> dict[str, ValidationError]:
        errors = {}
        for name, most, read in (
            ("authors", MOST_AUTHORS, _author),
            ("other_languages", MOST_LANGUAGES, identifiers.language_tag),
        ):
            try:
                setattr(self, name, _read_list(getattr(self, name), most, read))
            except ValidationError as error:
                errors[name] = error
        if self.language in self.other_languages:
            message = _("“%(tag)s” is the language of its title already.")
            params = {"tag": self.language}
            errors.setdefault("other_languages", ValidationError(message, params=params))
        return errors

    def _judge_state(self) -> dict[str, Any]:
        errors: dict[str, Any] = {}
        if self.state == SourceState.PUBLISHED:
            said = [*columns("state_note"), "state_date", "state_source"]
            message = _("This belongs to a source that was corrected or retracted: choose which.")
            errors |= {name: message for name in said if getattr(self, name)}
        elif is_span(self.state_date):
            errors["state_date"] = _("One date stands here, not a span of time.")
        if self.pk and self.state_source_id == self.pk:
            errors["state_source"] = _("Another source tells of it.")
        return errors


def _author(typed: str) -> str:
    name = " ".join(typed.split())
    if len(name) > LONGEST_AUTHOR:
        raise ValidationError(
            _("A name has at most %(most)d characters."), params={"most": LONGEST_AUTHOR}
        )
    if found := control_character(name):
        raise ValidationError(
            _("The character %(character)s cannot be part of a text. Please remove it."),
            params={"character": found},
        )
    return name


def _read_list(typed: Any, most: int, read: Callable[[str], str]) -> list[str]:
    """Each text once, in order. Raises `ValidationError`."""
    if not isinstance(typed, list) or not all(isinstance(text, str) for text in typed):
        raise ValidationError(_("A list of texts stands here."))
    found: dict[str, None] = {}
    for text in filter(str.strip, typed):
        try:
            found[read(text)] = None
        except ValidationError as error:
            raise ValidationError(f"{text[:40]}: {' '.join(error.messages)}") from error
    if len(found) > most:
        raise ValidationError(_("At most %(most)d stand here."), params={"most": most})
    return list(found)
