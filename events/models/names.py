"""By what else an actor is known: other spellings and scripts, and its numbers in other registers.

Desk tables: no public code reads them.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.actor import Actor, name_columns
from events.models.fields import LanguageTagField
from events.models.text import check_text, in_any_case
from events.vocabulary import AliasKind, IdentifierScheme, bare, fits


class Alias(models.Model):
    """What an actor is also called, in one language or in none in particular. It is searched."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, verbose_name=_("actor"), related_name="aliases"
    )
    text = models.CharField(
        _("other name"), max_length=200, help_text=_("As in “Zelenskiy”, “Зеленський”, “USSR”.")
    )
    language = LanguageTagField(
        _("language"), blank=True, help_text=_("Its tag, as in “uk”; empty for none in particular.")
    )
    kind = models.CharField(
        _("what it is"), max_length=12, choices=AliasKind, default=AliasKind.SPELLING
    )

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "text"],
                name="alias_once",
                violation_error_message=_("This name is listed already."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        check_text(self)
        if self.actor_id is None or not self.text:
            return
        columns = name_columns()
        if any(getattr(self.actor, column) == self.text for column in columns):
            raise ValidationError({"text": _("This is its name. Another name differs from it.")})
        same = Q()
        for column in columns:
            same |= in_any_case(column, self.text)
        if other := Actor.objects.filter(same).exclude(pk=self.actor_id).first():
            message = _(
                "This is the name of another actor, “%(slug)s”. Readers would take the one for the "
                "other."
            )
            raise ValidationError({"text": ValidationError(message, params={"slug": other.slug})})


class Identifier(models.Model):
    """What an actor is called in a register elsewhere."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, verbose_name=_("actor"), related_name="identifiers"
    )
    scheme = models.CharField(_("register"), max_length=12, choices=IdentifierScheme)
    value = models.CharField(
        _("identifier"),
        max_length=200,
        help_text=_("As in “Q212” (Wikidata), “SUHH” (ISO 3166), “05dxps055” (ROR)."),
    )
    url = models.URLField(
        _("address"),
        max_length=1000,
        blank=True,
        help_text=_("For another register: where it tells of this actor. The others have theirs."),
    )

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "scheme", "value"],
                name="identifier_once",
                violation_error_message=_("This identifier is listed already."),
            ),
            # A code of ISO 3166 can belong to two states at different times.
            models.UniqueConstraint(
                fields=["scheme", "value"],
                condition=~Q(scheme=IdentifierScheme.ISO),
                name="identifier_of_one_actor",
                violation_error_message=_("This identifier is on file already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"

    def clean_fields(self, exclude: Any = None) -> None:
        # Pasted with the address of the register, or in another case.
        self.value = bare(self.scheme, self.value)
        super().clean_fields(exclude)

    def clean(self) -> None:
        super().clean()
        check_text(self)
        if wrong := self._wrong():
            raise ValidationError(wrong)

    def _wrong(self) -> dict[str, Any]:
        scheme = self.scheme
        if scheme not in IdentifierScheme.values or not self.value:
            return {}
        is_other = scheme == IdentifierScheme.OTHER
        if not fits(scheme, self.value):
            return {"value": FORMS[IdentifierScheme(scheme)]}
        if is_other and not self.url:
            return {
                "url": _("Of another register, give the address at which it tells of this actor.")
            }
        if not is_other and self.url:
            return {"url": _("The address follows from the identifier. Please leave this empty.")}
        same = Identifier.objects.filter(scheme=scheme, value=self.value).exclude(pk=self.pk)
        if scheme == IdentifierScheme.ISO or self.actor_id is None:
            return {}
        if other := same.exclude(actor=self.actor_id).select_related("actor").first():
            message = _("“%(actor)s” has this identifier already: give the one of this actor.")
            return {"value": ValidationError(message, params={"actor": other.actor})}
        return {}


# What is right, for whoever typed something else.
FORMS = {
    IdentifierScheme.WIKIDATA: _(
        "An item of Wikidata is Q and a number that begins with no zero, as in “Q212”."
    ),
    IdentifierScheme.ISO: _(
        "A code of ISO 3166, as in “DE”, “DEU”, “276”, “GB-SCT” or “YUCS”, in capital letters."
    ),
    IdentifierScheme.ROR: _(
        "An identifier of ROR has nine characters, as in “05dxps055”, the last two of which are "
        "check digits. Please copy it again."
    ),
}
