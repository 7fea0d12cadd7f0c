"""What the door refuses in a roll call: stages that contradict each other or run backwards."""

from collections.abc import Container, Iterator

from django.utils.translation import gettext as _

from events.models import Commitment, RollCallStage, stages
from events.publishing.problems import Need, Problem, Where
from events.vocabulary import Stage


def check(entry: Commitment, cited: Container[int]) -> Iterator[Problem]:
    """`cited`: the keys of the sources that the entry cites."""
    rows = list(entry.roll_call.all())
    yield from _not_cited(rows, cited)
    for one, other in stages.pairs(rows):
        yield from _of_one_day(one, other)
    yield from _ends_before_it_begins(rows)


def _not_cited(rows: list[RollCallStage], cited: Container[int]) -> Iterator[Problem]:
    message = _("The source of the stage of “%(actor)s”, “%(source)s”, is not cited.")
    for number, row in enumerate(rows):
        if row.source_id is not None and row.source_id not in cited:
            params = {"actor": row.actor, "source": row.source}
            yield Problem(Need.STAGE_CITATION, ("roll_call", number, "source"), message % params)


def _of_one_day(one: stages.Numbered, other: stages.Numbered) -> Iterator[Problem]:
    (_first, before), (number, row) = one, other
    where: Where = ("roll_call", number, "stage")
    params = {
        "actor": row.actor,
        "one": before.get_stage_display(),
        "other": row.get_stage_display(),
    }
    if row.stage == before.stage and row.date == before.date and not _of_two_amounts(before, row):
        message = _(
            "“%(actor)s” has this stage on this day already: %(other)s. Take one of them out."
        )
        if not row.date:
            message = _(
                "“%(actor)s” has this stage already, without a day: %(other)s. Take one of them "
                "out, or give it its day."
            )
        yield Problem(Need.STAGE_TWICE, where, message % params)
    elif stages.on_one_day(before, row) and _contradict(before, row):
        message = _(
            "“%(actor)s” cannot have both on one day: %(one)s, %(other)s. Give each its own domain "
            "or its own day, or take one of them out."
        )
        yield Problem(Need.STAGE_CONTRADICTS, where, message % params)


def _of_two_amounts(one: RollCallStage, other: RollCallStage) -> bool:
    """Whether each is of an amount that does not add up with the other: tanks and money."""
    if one.unit is None or other.unit is None:
        return False
    return (one.unit.base_id or one.unit_id) != (other.unit.base_id or other.unit_id)


def _contradict(one: RollCallStage, other: RollCallStage) -> bool:
    return any(
        first.stage == Stage.DECLINED and second.stage != Stage.DECLINED
        for first, second in ((one, other), (other, one))
    )


def _ends_before_it_begins(rows: list[RollCallStage]) -> Iterator[Problem]:
    """An end that is before all steps of its line; after it, a line may begin again."""
    told: set[int] = set()
    for line in stages.lines(rows):
        steps = [row for _number, row in line if stages.is_forward(row)]
        for number, row in line:
            if (
                number not in told
                and stages.is_end(row)
                and steps
                and all(stages.is_before(row, step) for step in steps)
            ):
                told.add(number)
                message = _(
                    "“%(actor)s”: %(end)s comes before it began (%(step)s). Correct one of the "
                    "dates."
                )
                params = {
                    "actor": row.actor,
                    "end": row.get_stage_display(),
                    "step": steps[0].get_stage_display(),
                }
                where: Where = ("roll_call", number, "date")
                yield Problem(Need.STAGE_BACKWARDS, where, message % params)
