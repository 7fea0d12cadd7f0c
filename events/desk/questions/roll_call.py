"""What is odd about a roll call, and may be right."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events import dates
from events.desk.questions.doubts import Doubt
from events.models import Commitment, RollCallStage, read_date, stages
from events.publishing import Problem
from events.vocabulary import FORWARD, IN_ORDER, ActorKind, Role, Stage

# A line begins, or begins again, with one of these.
BEGINNINGS = (Stage.FLOATED, Stage.ANNOUNCED, Stage.AGREED, Stage.SIGNED)
# What may come after an end without another beginning: what was suspended goes on or is ended, and
# a withdrawal has its day of effect.
AFTER: dict[str, tuple[Stage, ...]] = {
    Stage.SUSPENDED: (*FORWARD, Stage.WITHDRAWN, Stage.ENDED),
    Stage.WITHDRAWN: (Stage.ENDED,),
    Stage.ENDED: (),
    Stage.DECLINED: (Stage.DECLINED,),
}
BINDING = IN_ORDER[Stage.AGREED]


def too_early(commitment: Commitment) -> Iterator[Problem]:
    """Steps that come before those that lead to them: delivered, and announced later."""
    message = _(
        "“%(actor)s”: “%(late)s” comes before “%(early)s”. Are the dates right, or did it begin "
        "again in between?"
    )
    for (at, earlier), (_place, later) in _in_sequence(commitment):
        if (
            stages.is_forward(earlier)
            and stages.is_forward(later)
            and IN_ORDER[earlier.stage] > IN_ORDER[later.stage]
        ):
            said = _said(message, earlier, late=earlier, early=later)
            yield Problem(Doubt.STAGE_TOO_EARLY, ("roll_call", at, "date"), said)


def declined_late(commitment: Commitment) -> Iterator[Problem]:
    """Who has agreed or signed does not decline any more, but withdraws."""
    message = _("“%(actor)s” declines after “%(step)s”. Has it withdrawn?")
    for (_at, step), (place, declined) in _in_sequence(commitment):
        if (
            declined.stage == Stage.DECLINED
            and stages.is_forward(step)
            and step.stage != Stage.FLOATED
        ):
            said = _said(message, declined, step=step)
            yield Problem(Doubt.DECLINED_LATE, ("roll_call", place, "stage"), said)


def on_one_day(commitment: Commitment) -> Iterator[Problem]:
    """An end beside another step of the same day: the one that is told later counts as later."""
    message = _(
        "“%(actor)s” has both on one day: %(one)s, %(other)s. The one further down counts as the "
        "later one. Is that right?"
    )
    for (_number, one), (place, other) in stages.pairs(_rows(commitment)):
        has_end = stages.is_end(one) or stages.is_end(other)
        follows = other.stage in AFTER.get(one.stage, ()) or one.stage == other.stage
        if has_end and not follows and stages.on_one_day(one, other):
            said = _said(message, other, one=one, other=other)
            yield Problem(Doubt.STAGES_OF_ONE_DAY, ("roll_call", place, "stage"), said)


def after_an_end(commitment: Commitment) -> Iterator[Problem]:
    """Steps that come after an end, where nothing says that it began again."""
    message = _("“%(actor)s”: “%(step)s” comes after “%(end)s”. Did it begin again in between?")
    asked: set[int] = set()
    rows = _rows(commitment)
    for (_at, end), (number, row) in _in_sequence(commitment):
        if end.stage not in AFTER or row.stage in (*BEGINNINGS, *AFTER[end.stage]):
            continue
        if number not in asked and not _began_again(end, row, rows):
            asked.add(number)
            said = _said(message, row, step=row, end=end)
            yield Problem(Doubt.STAGE_AFTER_END, ("roll_call", number, "stage"), said)


def _began_again(end: RollCallStage, row: RollCallStage, rows: list[RollCallStage]) -> bool:
    """Whether a new beginning of the same actor can have been between an end and a later step."""
    return any(
        one.actor_id == end.actor_id
        and one.stage in BEGINNINGS
        and not stages.is_before(one, end)
        and not stages.is_before(row, one)
        for one in rows
    )


def out_of_nothing(commitment: Commitment) -> Iterator[Problem]:
    """Who withdraws, suspends or ends what it has not been named for."""
    message = _("“%(actor)s”: nothing on record comes before “%(end)s”. What does it end?")
    rows = _rows(commitment)
    for number, end in enumerate(rows):
        own = [row for row in rows if row.actor_id == end.actor_id]
        if own[0] is end and all(map(stages.is_end, own)):
            said = _said(message, end, end=end)
            yield Problem(Doubt.NOTHING_TO_END, ("roll_call", number, "stage"), said)


def before_it_was_made(commitment: Commitment) -> Iterator[Problem]:
    """Who has signed or delivered before there was anything to sign."""
    made = read_date(commitment.date)
    message = _(
        "“%(actor)s”: “%(step)s” is dated before the commitment itself. Are both dates right?"
    )
    for number, row in enumerate(_rows(commitment)):
        step = read_date(row.date)
        if not made or not step or IN_ORDER.get(row.stage, 0) < BINDING:
            continue
        if dates.certainty.precedes(step, made):
            said = _said(message, row, step=row)
            yield Problem(Doubt.STAGE_BEFORE_ALL, ("roll_call", number, "date"), said)


def bound_without_a_step(commitment: Commitment) -> Iterator[Problem]:
    """A state that is bound and that the counts leave out, because the roll call does not name
    it."""
    called = {row.actor_id for row in _rows(commitment)}
    if not called and not any(figure.measure.counts_actors for figure in commitment.figures.all()):
        return
    message = _(
        "“%(actor)s” is bound by it and not in the roll call, so that it counts as none of those "
        "named. Add the step that its source tells of, or leave it so."
    )
    for number, part in enumerate(commitment.participations.all()):
        is_state = part.actor.kind == ActorKind.COUNTRY
        if part.role == Role.PARTY and is_state and part.actor_id not in called:
            yield Problem(
                Doubt.NOT_CALLED,
                ("participations", number, "actor"),
                message % {"actor": part.actor},
            )


def _in_sequence(commitment: Commitment) -> Iterator[tuple[stages.Numbered, stages.Numbered]]:
    """Any two stages of one line of which the first came before the other for certain."""
    for one, other in stages.pairs(_rows(commitment)):
        for earlier, later in ((one, other), (other, one)):
            if stages.is_before(earlier[1], later[1]):
                yield earlier, later


def _rows(commitment: Commitment) -> list[RollCallStage]:
    return list(commitment.roll_call.all())


def _said(message: str, row: RollCallStage, **steps: RollCallStage) -> str:
    """The message about the actor of a row, with the names of these stages."""
    named = {name: step.get_stage_display() for name, step in steps.items()}
    return message % {"actor": row.actor, **named}
