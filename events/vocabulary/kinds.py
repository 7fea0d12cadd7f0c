"""The kinds of entries, and what is particular to each."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.vocabulary.lists import Role


class Kind(TextChoices):
    SUMMIT = "summit", _("Summit")
    COMMITMENT = "commitment", _("Commitment")
    POSITION = "position", _("Position")
    DEVELOPMENT = "development", _("Development")
    QUESTION = "question", _("Open question")


class SummitStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class CommitmentStatus(TextChoices):
    OPEN = "open", pgettext_lazy("commitment", "Open")
    UNDER_WAY = "under-way", _("Under way")
    FULFILLED = "fulfilled", _("Fulfilled")
    PARTLY_FULFILLED = "partly-fulfilled", _("Partly fulfilled")
    DELAYED = "delayed", _("Delayed")
    BROKEN = "broken", _("Broken")
    WITHDRAWN = "withdrawn", _("Withdrawn by those who made it")
    SUPERSEDED = "superseded", _("Superseded")


class QuestionStatus(TextChoices):
    OPEN = "open", pgettext_lazy("question", "Open")
    ANSWERED = "answered", _("Answered")


class Naming:
    """What the entry that a document names is to the document."""

    MADE_AT = "made-at"
    RESTATES = "restates"
    FOLLOWS = "follows"
    ANSWERED_BY = "answered-by"


ROLES_OF: dict[str, tuple[Role, ...]] = {
    Kind.SUMMIT: (Role.PARTICIPANT, Role.HOST, Role.CHAIR, Role.OBSERVER, Role.MEDIATOR),
    # Contributors are not chosen: whoever has a contribution is one.
    Kind.COMMITMENT: (Role.PARTY,),
    Kind.POSITION: (Role.HOLDER, Role.SPEAKER),
    Kind.DEVELOPMENT: (Role.INVOLVED, Role.SPEAKER),
    Kind.QUESTION: (Role.CONCERNED,),
}
