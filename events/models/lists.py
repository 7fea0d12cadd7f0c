"""The site's own lists: the domains of commitments, and the formats of meetings.

A climate record has other ones than a record of a war, so these are records that editors keep, with
a name in every language. A new site begins with those of the first record.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.reference import Reference
from events.vocabulary import Facet

# So that what a site adds comes after what it began with, unless it says otherwise.
LATER = 100


class ListValue(Reference):
    """One value of a list that the site keeps itself."""

    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(
        _("description"), max_length=500, blank=True, help_text=_("What belongs there.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"),
        default=LATER,
        help_text=_("The lowest number comes first; of equal ones, by short name."),
    )

    class Meta:
        abstract = True
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class Domain(ListValue):
    """What commitments, and what is given to them, are about: money, training, mitigation."""

    FACETS = (Facet.DOMAIN,)

    class Meta(ListValue.Meta):
        verbose_name = _("domain")
        verbose_name_plural = _("domains")


class MeetingFormat(ListValue):
    """Who meets, and in which form: summit of leaders, conference of the parties, call."""

    FACETS = (Facet.FORMAT,)

    class Meta(ListValue.Meta):
        verbose_name = pgettext_lazy("of a meeting", "format")
        verbose_name_plural = pgettext_lazy("of meetings", "formats")


def usual_format() -> Any:
    """The key of the first format of the list, which a meeting has that names none; None if the
    list is empty."""
    return MeetingFormat.objects.values_list("pk", flat=True).first()
