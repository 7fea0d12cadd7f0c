"""The stages of an actor in a commitment, from an idea to a fact and back."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Stage(TextChoices):
    """What an actor has said or done itself. Without one, it is only named by a source."""

    FLOATED = "floated", pgettext_lazy("stage", "Floated")
    ANNOUNCED = "announced", pgettext_lazy("stage", "Announced")
    AGREED = "agreed", pgettext_lazy("stage", "Agreed")
    SIGNED = "signed", pgettext_lazy("stage", "Signed")
    APPROVED = "approved", pgettext_lazy("stage", "Approved (ratified)")
    IN_FORCE = "in-force", pgettext_lazy("stage", "In force")
    DELIVERED_IN_PART = "delivered-in-part", pgettext_lazy("stage", "Delivered in part")
    DELIVERED = "delivered", pgettext_lazy("stage", "Delivered")
    DECLINED = "declined", pgettext_lazy("stage", "Declined")
    SUSPENDED = "suspended", pgettext_lazy("stage", "Suspended")
    WITHDRAWN = "withdrawn", pgettext_lazy("stage", "Withdrawn")
    ENDED = "ended", pgettext_lazy("stage", "Ended")


# The steps forward, in their order.
FORWARD = (
    *(Stage.FLOATED, Stage.ANNOUNCED, Stage.AGREED, Stage.SIGNED, Stage.APPROVED),
    *(Stage.IN_FORCE, Stage.DELIVERED_IN_PART, Stage.DELIVERED),
)
# Each with its place among them.
IN_ORDER: dict[str, int] = {stage.value: place for place, stage in enumerate(FORWARD)}


class Standing(StrEnum):
    """What an actor counts as on a day, by its stages."""

    NAMED = "named"  # by a source, or an idea of its own
    CONFIRMED = "confirmed"  # in its own words, or by what it did
    SUSPENDED = "suspended"  # takes part, and does nothing for the time being
    DECLINED = "declined"
    LEFT = "left"


STANDINGS: dict[str, Standing] = {
    **dict.fromkeys(FORWARD, Standing.CONFIRMED),
    Stage.FLOATED: Standing.NAMED,
    Stage.DECLINED: Standing.DECLINED,
    Stage.SUSPENDED: Standing.SUSPENDED,
    Stage.WITHDRAWN: Standing.LEFT,
    Stage.ENDED: Standing.LEFT,
}
# With one of these, an actor takes part.
TAKING_PART = frozenset({Standing.NAMED, Standing.CONFIRMED, Standing.SUSPENDED})
# Said without a domain, these hold for every domain.
OF_EVERY_DOMAIN = frozenset({Standing.DECLINED, Standing.SUSPENDED, Standing.LEFT})


class AmountForm(TextChoices):
    """What has become of an amount."""

    PLEDGED = "pledged", _("Pledged")
    ALLOCATED = "allocated", _("Allocated")
    DELIVERED = "delivered", pgettext_lazy("amount", "Delivered")
