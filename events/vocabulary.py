"""The closed lists of the record: kinds, roles, statuses, stances.

One place for the desk, the documents and the public filters, so that a value that an editor can
choose is a value that the API accepts. Values go into published documents and never change; labels
are translated.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    SUMMIT = "summit", _("Summit")
    COMMITMENT = "commitment", _("Commitment")
    POSITION = "position", _("Position")
    DEVELOPMENT = "development", _("Development")
    QUESTION = "question", _("Open question")


class ActorKind(TextChoices):
    COUNTRY = "country", _("Country")
    ORGANISATION = "organisation", _("Organisation")
    COALITION = "coalition", _("Coalition")
    PERSON = "person", _("Person")


class MemberRole(TextChoices):
    LEAD = "lead", _("Lead")
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")


class Role(TextChoices):
    """What an actor does in an entry. ROLES_OF says which roles an entry of each kind has."""

    HOST = "host", _("Host")
    CHAIR = "chair", _("Chair")
    PARTICIPANT = "participant", _("Participant")
    OBSERVER = "observer", _("Observer")
    MEDIATOR = "mediator", _("Mediator")
    PARTY = "party", _("Bound by it")
    CONTRIBUTOR = "contributor", _("Contributor")
    HOLDER = "holder", _("Holds the position")
    SPEAKER = "speaker", _("Speaker")
    INVOLVED = "involved", _("Involved")
    CONCERNED = "concerned", _("Concerned")


ROLES_OF: dict[str, tuple[Role, ...]] = {
    Kind.SUMMIT: (Role.PARTICIPANT, Role.HOST, Role.CHAIR, Role.OBSERVER, Role.MEDIATOR),
    # Contributors are not chosen: whoever has a contribution is one.
    Kind.COMMITMENT: (Role.PARTY,),
    Kind.POSITION: (Role.HOLDER, Role.SPEAKER),
    Kind.DEVELOPMENT: (Role.INVOLVED, Role.SPEAKER),
    Kind.QUESTION: (Role.CONCERNED,),
}


class Attendance(TextChoices):
    EXPECTED = "expected", _("Expected")
    ATTENDED = "attended", _("Attended")
    DECLINED = "declined", _("Declined")
    ABSENT = "absent", _("Absent")


class SummitStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class SummitFormat(TextChoices):
    SUMMIT = "summit", _("Summit of leaders")
    MINISTERIAL = "ministerial", _("Ministerial meeting")
    TALKS = "talks", _("Talks between delegations")
    BILATERAL = "bilateral", _("Bilateral meeting")
    CALL = "call", _("Call or video conference")


class Domain(TextChoices):
    LAND = "land", _("On land")
    AIR = "air", _("In the air")
    SEA = "sea", _("At sea")
    TRAINING = "training", _("Training")
    EQUIPMENT = "equipment", _("Equipment")
    INTELLIGENCE = "intelligence", _("Intelligence")
    MONEY = "money", _("Money")
    LOGISTICS = "logistics", _("Logistics")
    CYBER = "cyber", _("Cyber defence")
    HUMANITARIAN = "humanitarian", _("Humanitarian aid")
    POLITICAL = "political", _("Political support")


class Firmness(TextChoices):
    FLOATED = "floated", _("Floated")
    ANNOUNCED = "announced", _("Announced")
    AGREED = "agreed", _("Agreed")
    APPROVED = "approved", _("Approved")
    IN_EFFECT = "in-effect", _("In effect")


class ConditionState(TextChoices):
    PENDING = "pending", _("Pending")
    MET = "met", _("Met")
    FAILED = "failed", _("Failed")


class CommitmentStatus(TextChoices):
    OPEN = "open", pgettext_lazy("commitment", "Open")
    UNDER_WAY = "under-way", _("Under way")
    FULFILLED = "fulfilled", _("Fulfilled")
    PARTLY_FULFILLED = "partly-fulfilled", _("Partly fulfilled")
    DELAYED = "delayed", _("Delayed")
    BROKEN = "broken", _("Broken")
    WITHDRAWN = "withdrawn", _("Withdrawn by those who made it")
    SUPERSEDED = "superseded", _("Superseded")


class Restatement(TextChoices):
    RESTATES = "restates", _("Restates")
    STRENGTHENS = "strengthens", _("Strengthens")
    SOFTENS = "softens", _("Softens")
    REPLACES = "replaces", _("Replaces")


class Stance(TextChoices):
    SUPPORTS = "supports", _("Supports")
    CONDITIONAL = "conditional", _("Supports on conditions")
    UNDECIDED = "undecided", _("Undecided")
    OPPOSES = "opposes", _("Opposes")


class QuestionStatus(TextChoices):
    OPEN = "open", pgettext_lazy("question", "Open")
    ANSWERED = "answered", _("Answered")


class CitationStance(TextChoices):
    SUPPORTS = "supports", pgettext_lazy("citation", "Supports")
    CONTRADICTS = "contradicts", _("Contradicts")


class Qualifier(TextChoices):
    EXACTLY = "exactly", _("Exactly")
    ABOUT = "about", _("About")
    AT_LEAST = "at-least", _("At least")
    AT_MOST = "at-most", _("At most")


class Action(TextChoices):
    """What a version does to the public record."""

    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DeskAction(TextChoices):
    """What somebody did to a record of the desk. The values are kept in the audit."""

    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    DELETED = "deleted", _("Deleted")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Facet:
    """What a tag says about an entry. The values are kept in the database."""

    PROCESS = "process"
    ACTOR = "actor"  # named in a role, or represented by somebody who is
    ROLE = "role"
    ACTOR_IN_ROLE = "actor-role"  # its slug: france/host
    TOPIC = "topic"
    STANCE = "stance"
    STATUS = "status"
    SOURCE = "source"
    MEASURE = "measure"
    RECORD = "record"  # an actor whose record the document carries, named or not
    DOMAIN = "domain"
    FIRMNESS = "firmness"
    # Who takes part in a commitment, and how; its slug: FR/land/france, FR/party/france.
    TAKES_PART = "takes-part"
    NAMES = "names"  # another entry, with what it is to this one; its slug: made-at/berlin-2025


class Part:
    """How somebody takes part in a commitment, other than in a `Role` and in each `Domain`."""

    MEMBER = "member"  # of a coalition that is bound by it
    CONFIRMED = "confirmed"  # has confirmed its contribution itself


class Naming:
    """What the entry that a document names is to the document."""

    MADE_AT = "made-at"
    RESTATES = "restates"
    FOLLOWS = "follows"
    ANSWERED_BY = "answered-by"
