"""The desk: the kinds of entries as editors write them. Nothing is public before `publish()`."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events import dates
from events.models.entry import Entry, leads_back
from events.models.fields import EDTFField
from events.models.lists import Domain, MeetingFormat, usual_format
from events.vocabulary import (
    ENDING,
    CommitmentStatus,
    ConditionState,
    Firmness,
    Kind,
    MeetingLevel,
    MeetingMode,
    QuestionStatus,
    Stance,
    SummitStatus,
)

# Of the formats with which every site begins, the one that is online.
CALL = "call"


class Summit(Entry):
    """A meeting, at any level."""

    KIND = Kind.SUMMIT

    status = models.CharField(
        _("status"), max_length=12, choices=SummitStatus, default=SummitStatus.PLANNED
    )
    format = models.ForeignKey(
        MeetingFormat,
        models.PROTECT,
        verbose_name=_("format"),
        related_name="summits",
        help_text=_("Of the site’s own list. Its first one stands where a meeting names none."),
    )
    mode = models.CharField(
        _("mode of meeting"),
        max_length=12,
        choices=MeetingMode,
        blank=True,
        help_text=_(
            "Left empty, a call is online and a meeting at a place in person; "
            "of others, nobody knows."
        ),
    )
    level = models.CharField(
        _("level"),
        max_length=12,
        choices=MeetingLevel,
        blank=True,
        help_text=_("Of those who meet, whatever the format is; empty where that is not known."),
    )
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("follows"),
        null=True,
        blank=True,
        related_name="followed_by",
        help_text=_("The meeting that this one continues."),
    )

    class Meta:
        verbose_name = _("summit")
        verbose_name_plural = _("summits")
        constraints = [
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("entry_ptr")),
                name="summit_does_not_follow_itself",
                violation_error_message=_("A meeting cannot follow itself."),
            ),
        ]

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self._be_usual()
        super().clean_fields(exclude)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._be_usual()
        super().save(*args, **kwargs)

    def _be_usual(self) -> None:
        # No default of the column: that would be looked up wherever a meeting is made.
        if self.format_id is None:
            self.format_id = usual_format()

    def clean(self) -> None:
        super().clean()
        if leads_back(self, "follows"):
            message = _("A meeting cannot follow itself, directly or through others.")
            raise ValidationError({"follows": message})

    @property
    def mode_if_known(self) -> str | None:
        """Whether they meet in person: as it is said, else as it follows from a call or a place."""
        if not self.mode and self.is_call:
            return str(MeetingMode.ONLINE)
        if not self.mode and self.places.all():
            return str(MeetingMode.IN_PERSON)
        return str(self.mode) or None

    @property
    def is_call(self) -> bool:
        return self.format.slug == CALL

    @property
    def date_there(self) -> str:
        return self.by_clocks_there(self.date)

    def by_clocks_there(self, date: str) -> str:
        """A date with its times by the clocks of the first place, if their zone is known."""
        if not date or not self.zone:
            return date
        return dates.zones.at_place(dates.parse(date), self.zone).edtf

    @property
    def zone(self) -> str:
        """The time zone of its first place; empty where that is not known."""
        first = next(iter(self.places.all()), None)
        return first.zone if first else ""


def no_domains() -> list[str]:
    """What a column had before domains were records; only the first migration names it."""
    return []


class Commitment(Entry):
    """What actors bind themselves to. Its status is the latest of its dated status changes."""

    KIND = Kind.COMMITMENT
    TRANSLATED = ("condition",)

    domains = models.ManyToManyField(
        Domain,
        verbose_name=_("domains"),
        blank=True,
        related_name="commitments",
        help_text=_("What it is about, in terms of the site’s own list."),
    )
    firmness = models.CharField(
        _("firmness"), max_length=12, choices=Firmness, default=Firmness.ANNOUNCED
    )
    condition = models.CharField(_("condition"), max_length=300, blank=True)
    condition_state = models.CharField(
        _("state of the condition"), max_length=12, choices=ConditionState, blank=True
    )
    deadline = EDTFField(_("deadline"), blank=True)
    made_at = models.ForeignKey(
        Summit,
        models.PROTECT,
        verbose_name=_("made at"),
        null=True,
        blank=True,
        related_name="commitments",
    )

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.condition_state and not self.condition:
            errors["condition"] = _("A state needs the condition that it is the state of.")
        if self.condition and not self.condition_state:
            errors["condition_state"] = _("Say whether the condition is pending, met or failed.")
        if errors:
            raise ValidationError(errors)

    @property
    def status(self) -> CommitmentStatus:
        return self.status_of()

    def status_of(self, part: str = "") -> CommitmentStatus:
        """The status of a part, or of the whole, that has come last for certain by today; open
        where none has. What may have come or is announced is not in force."""
        history = self.history_of(part)
        found = dates.certainty.latest(
            [dates.parse(change.date) for change in history],
            timezone.localdate(),
            [number for number, change in enumerate(history) if change.status in ENDING],
        )
        if found.number is None:
            return CommitmentStatus.OPEN
        return CommitmentStatus(history[found.number].status)

    def history_of(self, part: str = "") -> list[Any]:
        """The status changes of a part, or of the whole, in order of time."""
        changes = [change for change in self.status_changes.all() if change.part == part]
        return sorted(changes, key=lambda change: change.sort_key)


class Position(Entry):
    """Where actors stand on a topic: its holders, its speakers, its topics and one stance."""

    KIND = Kind.POSITION
    TRANSLATED = ("attribution",)

    stance = models.CharField(
        _("stance"),
        max_length=12,
        choices=Stance,
        help_text=_(
            "Of a vote: who abstained was there, and has taken no side. “Taken back” ends what was "
            "held before; nothing is on record from its date on."
        ),
    )
    attribution = models.CharField(
        _("attribution"),
        max_length=200,
        blank=True,
        help_text=_("How the source describes a speaker it does not name."),
    )

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")


class Development(Entry):
    """Something else that happened or was said, or a state of affairs over a period."""

    KIND = Kind.DEVELOPMENT

    class Meta:
        verbose_name = _("development")
        verbose_name_plural = _("developments")


class Question(Entry):
    """Something that is open until an entry answers it."""

    KIND = Kind.QUESTION

    answered_by = models.ForeignKey(
        Entry,
        models.PROTECT,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        related_name="answers",
    )

    class Meta:
        verbose_name = _("open question")
        verbose_name_plural = _("open questions")
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("entry_ptr")),
                name="question_does_not_answer_itself",
                violation_error_message=_("A question cannot answer itself."),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if leads_back(self, "answered_by"):
            message = _("A question cannot answer itself, directly or through others.")
            raise ValidationError({"answered_by": message})

    @property
    def status(self) -> QuestionStatus:
        return QuestionStatus.OPEN if self.answered_by_id is None else QuestionStatus.ANSWERED
