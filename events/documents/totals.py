"""What the amounts of a roll call come to: by what has become of them, in one unit each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import fsum

from events.documents.roll_call import Line, Step
from events.documents.shapes import StagedAmount, Unit
from events.vocabulary import TAKING_PART, AmountForm


@dataclass(frozen=True)
class Total:
    """`low` and `high`: with the bounds of those that have some; `value` is between them. `number`:
    of how many amounts. `form`: None where nobody said what has become of them."""

    form: str | None
    unit: Unit
    value: float
    low: float
    high: float
    number: int


def totals(lines: Iterable[Line], day: date) -> list[Total]:
    """The sums on a day. Of each actor, domain, form and unit the newest amount counts, and
    corrections that came after it. What somebody has pledged who has declined or left counts no
    more; what was delivered stays."""
    found: dict[tuple[str | None, str], list[StagedAmount]] = {}
    for line in lines:
        takes_part = line.is_certainly(*TAKING_PART)
        for (form, base), amounts in newest(line, day).items():
            if base and (takes_part or form == AmountForm.DELIVERED):
                found.setdefault((form, base), []).extend(amounts)
    return [total(form, amounts) for (form, _base), amounts in found.items()]


def base_of(unit: Unit) -> str:
    """The slug of the unit in which amounts of this one add up."""
    return unit["multiple"]["of"] if unit["multiple"] else unit["slug"]


def times_of(unit: Unit) -> float:
    return unit["multiple"]["times"] if unit["multiple"] else 1


def newest(line: Line, day: date) -> dict[tuple[str | None, str], list[StagedAmount]]:
    """By form and unit, the newest amount of an actor on a day with its corrections; the one that
    was told last comes last. Documents of before there were units have amounts without one."""
    found: dict[tuple[str | None, str], list[StagedAmount]] = {}
    for step in line.steps:
        amount = step.row["amount"]
        if amount is None or not step.has_come(day) or _is_of_all(step, line):
            continue
        key = amount["form"], base_of(amount["unit"]) if amount["unit"] else ""
        before = found.pop(key, [])
        found[key] = [*before, amount] if _best(amount) < 0 else [amount]
    return found


def _is_of_all(step: Step, line: Line) -> bool:
    """Whether it was said without a domain, and counts there."""
    return step.row["domain"] != line.domain


def total(form: str | None, amounts: list[StagedAmount]) -> Total:
    """The sum of amounts that add up, in the smallest of the units that are used, so that its name
    is at hand."""
    units = [amount["unit"] for amount in amounts if amount["unit"]]
    unit = min(units, key=times_of)

    def summed(numbers: Iterable[tuple[float, Unit]]) -> float:
        found = round(fsum(number * times_of(of) for number, of in numbers) / times_of(unit), 6)
        return int(found) if found == int(found) else found

    pairs = list(zip(amounts, units, strict=True))
    return Total(
        form,
        unit,
        summed((_best(amount), of) for amount, of in pairs),
        summed((_first(amount["low"], _best(amount)), of) for amount, of in pairs),
        summed((_first(amount["high"], _best(amount)), of) for amount, of in pairs),
        len(amounts),
    )


def _best(amount: StagedAmount) -> float:
    """The number to count with: the value, or else the bound that there is."""
    return _first(amount["value"], _first(amount["low"], _first(amount["high"], 0)))


def _first(number: float | None, other: float) -> float:
    return other if number is None else number
