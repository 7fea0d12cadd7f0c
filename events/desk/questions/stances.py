"""What is odd about a position."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events import dates
from events.desk.questions.doubts import Doubt
from events.models import Participation, Position
from events.publishing import Problem
from events.vocabulary import Role, Stance


def taken_back_from_nothing(position: Position) -> Iterator[Problem]:
    """What an actor takes back without having held it before, as far as the desk knows."""
    if position.stance != Stance.TAKEN_BACK:
        return
    holders = position.participations.filter(role=Role.HOLDER).select_related("actor")
    topics = list(position.topics.all())
    for holder in holders:
        held = _held_before(position, holder)
        for topic in topics:
            if topic.pk not in held:
                message = _(
                    "No earlier position of %(actor)s on “%(topic)s” is on file. What does it take "
                    "back?"
                )
                message = message % {"actor": holder.actor, "topic": topic}
                yield Problem(Doubt.NOTHING_TO_TAKE_BACK, ("stance",), message)


def _held_before(position: Position, holder: Participation) -> set[int]:
    """The topics on which an actor had, or may have had, a position before this one."""
    others = Position.objects.filter(
        participations__actor=holder.actor_id, participations__role=Role.HOLDER
    ).exclude(pk=position.pk)
    others = others.exclude(stance=Stance.TAKEN_BACK).prefetch_related("topics")
    latest = _bounds(position.date)[1]
    return {
        topic.pk
        for other in others
        if _bounds(other.date)[0] <= latest
        for topic in other.topics.all()
    }


def _bounds(text: str) -> tuple[str, str]:
    """The first and the last day that a date can mean, so that any two can be compared."""
    try:
        value = dates.parse(text)
    except dates.DateError:
        return "", "9999"
    earliest, latest = value.earliest, value.latest
    return str(earliest or ""), str(latest or "9999")


def contradicts_an_earlier_one(position: Position) -> Iterator[Problem]:
    """What is said to contradict a position of the same actor on the same topic that was held on
    other days."""
    rows = list(position.contradicts.all())
    # Few entries have any.
    holders = _holders(position) if rows else set()
    topics = {topic.pk for topic in position.topics.all()} if rows else set()
    for number, row in enumerate(rows):
        other = Position.objects.filter(pk=row.contradicted_id).first()
        if other is None or not holders & _holders(other):
            continue
        if topics.isdisjoint(other.topics.values_list("pk", flat=True)):
            continue
        (first, last), (earliest, latest) = _bounds(position.date), _bounds(other.date)
        if last < earliest or latest < first:
            message = _(
                "“%(title)s” is of another day. If the stance was changed between the two, leave "
                "this out: the later one follows the earlier by itself. A contradiction says that "
                "both cannot be true."
            )
            where = ("contradicts", number, "contradicted")
            yield Problem(Doubt.CONTRADICTS_EARLIER, where, message % {"title": other})


def _holders(position: Position) -> set[int]:
    rows = position.participations.filter(role=Role.HOLDER)
    return set(rows.values_list("actor", flat=True))
