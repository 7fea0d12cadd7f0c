"""The closed lists of the record: roles, stances, degrees of firmness.

One place for the desk, the documents and the public filters, so that any value that an editor can
choose is a value that the API accepts. Values go into published documents and never change; labels
are translated.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActorKind(TextChoices):
    COUNTRY = "country", _("Country")
    ORGANISATION = "organisation", _("Organisation")
    COALITION = "coalition", _("Coalition")
    PERSON = "person", _("Person")


# Those that can have members.
BODIES = (ActorKind.COALITION, ActorKind.ORGANISATION)


class AliasKind(TextChoices):
    """What another name of an actor is."""

    SPELLING = "spelling", _("Another spelling")
    ABBREVIATION = "abbreviation", _("Abbreviation")
    SCRIPT = "script", _("In another script")
    FORMAL = "formal", _("Full or formal name")
    OTHER = "other", _("Another name")


class IdentifierScheme(TextChoices):
    """Which register an identifier is from."""

    WIKIDATA = "wikidata", "Wikidata"
    ISO = "iso", "ISO 3166"
    ROR = "ror", "ROR"
    OTHER = "other", _("Another register")


class MemberRole(TextChoices):
    LEAD = "lead", _("Lead")
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")


class Role(TextChoices):
    """What an actor does in an entry. `TRAITS` says which roles entries of a kind have."""

    HOST = "host", _("Host")
    CHAIR = "chair", _("Chair")
    PARTICIPANT = "participant", _("Participant")
    OBSERVER = "observer", _("Observer")
    MEDIATOR = "mediator", _("Mediator")
    PARTY = "party", _("Bound by it")
    CONTRIBUTOR = "contributor", _("Contributor")
    DECLINER = "decliner", _("Has declined")
    FORMER = "former", _("Takes part no longer")
    HOLDER = "holder", _("Holds the position")
    SPEAKER = "speaker", _("Speaker")
    INVOLVED = "involved", _("Involved")
    CONCERNED = "concerned", _("Concerned")


class Attendance(TextChoices):
    EXPECTED = "expected", _("Expected")
    ATTENDED = "attended", _("Attended")
    DECLINED = "declined", _("Declined")
    ABSENT = "absent", _("Absent")


class MeetingMode(TextChoices):
    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class MeetingLevel(TextChoices):
    LEADERS = "leaders", _("Heads of state or government")
    MINISTERS = "ministers", _("Ministers")
    ENVOYS = "envoys", _("Envoys and ambassadors")
    OFFICIALS = "officials", _("Officials and delegations")
    EXPERTS = "experts", _("Experts")
    PARLIAMENTS = "parliaments", _("Members of parliaments")


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
    ABSTAINED = "abstained", _("Abstained")
    DID_NOT_VOTE = "did-not-vote", _("Absent, did not vote")
    # Nothing is held from then on.
    TAKEN_BACK = "taken-back", _("Taken back")


class CitationStance(TextChoices):
    SUPPORTS = "supports", pgettext_lazy("citation", "Supports")
    CONTRADICTS = "contradicts", _("Contradicts")


class SourceState(TextChoices):
    """What has become of a publication since it came out."""

    PUBLISHED = "published", pgettext_lazy("source", "As published")
    CORRECTED = "corrected", pgettext_lazy("source", "Corrected")
    RETRACTED = "retracted", pgettext_lazy("source", "Retracted")


class Fate(TextChoices):
    """What has become of a statement that was taken from a source: of several, the first. It is
    worked out and in no document."""

    WITHDRAWN = "withdrawn", pgettext_lazy("statement", "Withdrawn")
    CONTRADICTED = "contradicted", pgettext_lazy("statement", "Contradicted")
    ANSWERED = "answered", pgettext_lazy("statement", "Answered")
    CORRECTED = "corrected", pgettext_lazy("statement", "Corrected or completed")
    SUPERSEDED = "superseded", pgettext_lazy("statement", "Superseded")
    OPEN = "open", pgettext_lazy("statement", "Question, still open")
    STANDS = "stands", pgettext_lazy("statement", "Stands")


class SourceAccess(TextChoices):
    """What a reader needs in order to read a publication."""

    FREE = "free", _("Free to read")
    REGISTRATION = "registration", _("Registration needed")
    PAYWALL = "paywall", _("Behind a paywall")


class MediumKind(TextChoices):
    """What is to be found at an address that belongs to an entry."""

    VIDEO = "video", _("Video")
    AUDIO = "audio", _("Sound recording")
    DOCUMENT = "document", _("Document")


class Basis(TextChoices):
    """How it is known: those whom a statement is about said so, or a source, or the editors."""

    STATED = "stated", _("Stated by the actor")
    REPORTED = "reported", _("Reported by the source")
    INFERRED = "inferred", _("Inferred by the editors")


class Qualifier(TextChoices):
    EXACTLY = "exactly", _("Exactly")
    ABOUT = "about", _("About")
    AT_LEAST = "at-least", _("At least")
    AT_MOST = "at-most", _("At most")


class Action(TextChoices):
    """What a version does to the public record."""

    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    # Says what is left of the entry: with a document, the entry stands; without, it does not.
    REDACTED = "redacted", _("Redacted")


class Ground(TextChoices):
    """On what ground something that was published was changed afterwards. All but the last are
    grounds of a redaction."""

    COURT_ORDER = "court-order", _("Order of a court or an authority")
    PERSONAL_DATA = "personal-data", _("Protection of personal data")
    DEFAMATION = "defamation", _("Infringement of personal rights")
    SECURITY = "security", _("Danger to a person or to security")
    COPYRIGHT = "copyright", _("Copyright")
    MISTAKE = "mistake", _("Published by mistake")
    CLOCK = "clock", _("The time of publication was wrong")


class DeskAction(TextChoices):
    """What somebody did to a record of the desk. The values are kept in the audit."""

    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    DELETED = "deleted", _("Deleted")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REDACTED = "redacted", _("Redacted")
    ANONYMISED = "anonymised", _("Anonymised")


class Occasion(TextChoices):
    """Why the desk has kept the text of a record. The values are kept with it."""

    FOUND = "found", _("As it was before")
    SAVED = "saved", _("Saved")
    RESTORED = "restored", _("An earlier text was taken back")
    MERGED = "merged", _("Put together after somebody else had saved")
    REDACTED = "redacted", _("Redacted")
    SET_ASIDE = "set-aside", _("Not saved, because somebody else had")
    SUGGESTED = "suggested", _("Suggested")


class Scope(TextChoices):
    """What a token may be used for. The values are part of the API."""

    READ_DRAFTS = "read-drafts", _("Read drafts")
    WRITE = "write", _("Write drafts and reference data")
    PUBLISH = "publish", _("Publish and withdraw")
    MANAGE = "manage", _("Manage tokens and webhooks")


class JobKind(TextChoices):
    """What is done in the background."""

    RENEWAL = "renewal", _("Entries that name it are published again")
    REBUILD = "rebuild", _("What is derived from the log is made anew")


class JobState(TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("In progress")
    DONE = "done", _("Done")
    FAILED = "failed", _("Given up")
