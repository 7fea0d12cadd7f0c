"""The roll call of a commitment, and the roles of actors that follow from it."""

from collections.abc import Iterator

from events.documents import shapes
from events.documents.counts import counted
from events.documents.rendering.amounts import number_or_none, quantity
from events.documents.rendering.records import date_of, source_record, texts
from events.documents.roll_call import RollCall
from events.models import Actor, Commitment, RollCallStage
from events.vocabulary import TAKING_PART, Role, Standing


def stages(entry: Commitment) -> list[shapes.RollCallStage]:
    return [_stage(row) for row in entry.roll_call.all()]


def in_roles(entry: Commitment) -> Iterator[tuple[Actor, Role]]:
    """Who takes part, who has declined, and who takes part no longer, by the newest statement: each
    in the order of the rows. Somebody may give in one domain and have declined another."""
    call = _call(entry)
    lines = call.lines(call.newest)
    actors = {row.actor.slug: row.actor for row in entry.roll_call.all()}
    of = {slug: [line for line in lines if line.actor == slug] for slug in actors}
    giving = {slug for slug in of if any(_gives(line.readings) for line in of[slug])}
    for slug, actor in actors.items():
        if slug in giving:
            yield actor, Role.CONTRIBUTOR
    for slug, actor in actors.items():
        if any(line.is_certainly(Standing.DECLINED) for line in of[slug]):
            yield actor, Role.DECLINER
        elif slug not in giving:
            yield actor, Role.FORMER


def counts(entry: Commitment) -> shapes.Counts:
    """The counts as of the newest statement."""
    call = _call(entry)
    nobody: shapes.NamedCounts = {
        "named": 0,
        "confirmed": 0,
        "suspended": 0,
        "declined": 0,
        "left": 0,
    }
    value, low, high = _reported(entry)
    said: shapes.Counts = {
        "on": None,
        "reported": value,
        "reported_low": low,
        "reported_high": high,
        **nobody,
        "unknown": None,
        "possible": nobody,
    }
    return counted(call.lines(call.newest), call.newest, said)


def _gives(readings: frozenset[Standing | None]) -> bool:
    """Whether somebody takes part, or may, and has not left or declined for certain."""
    return bool(readings & TAKING_PART)


def _call(entry: Commitment) -> RollCall:
    sources = [source_record(cited.source) for cited in entry.citations.all()]
    return RollCall(stages(entry), date_of(entry.date), sources)


def _reported(entry: Commitment) -> tuple[float | None, float | None, float | None]:
    """How many actors are said to take part: the figure that counts them, the preferred one of
    several, with its bounds."""
    counting = [reported for reported in entry.figures.all() if reported.measure.counts_actors]
    for reported in sorted(counting, key=lambda reported: not reported.preferred):
        best = reported.value if reported.value is not None else reported.low
        low, high = number_or_none(reported.low), number_or_none(reported.high)
        return number_or_none(best), low, high
    return None, None, None


def _stage(row: RollCallStage) -> shapes.RollCallStage:
    amount: shapes.StagedAmount | None = None
    if row.quantities:
        amount = {**quantity(row), "form": str(row.form) or None}
    return {
        "actor": row.actor.slug,
        "stage": str(row.stage) or None,
        "date": date_of(row.date) if row.date else None,
        "source": row.source.slug if row.source else None,
        "locator": row.locator,
        "domain": row.domain.slug if row.domain else None,
        "amount": amount,
        "quote": row.quote,
        "note": texts(row, "note"),
    }
