"""Units in words, and amounts brought to one unit so that they can be compared and added up."""

from typing import NamedTuple

from events.documents.shapes import Quantity
from events.presenting.wording import Text, text


def unit_worded(amount: Quantity) -> Text:
    """The unit of an amount as it follows the number; empty for a plain count."""
    unit = amount["unit"]
    if unit is None:
        return text(None)
    numbers = [amount["value"], amount["low"], amount["high"]]
    is_one = all(number == 1 for number in numbers if number is not None)
    return text(unit["name"] | unit["one"] if is_one else unit["name"])


class InBase(NamedTuple):
    """An amount in the unit that its own is a multiple of, or else in its own."""

    unit: str
    value: float | None
    low: float | None
    high: float | None


def in_base(amount: Quantity) -> InBase:
    """“2 billion EUR” and “2000 million EUR” are the same."""
    unit = amount["unit"]
    multiple = unit["multiple"] if unit else None
    name = multiple["of"] if multiple else unit["slug"] if unit else ""
    times = multiple["times"] if multiple else 1
    value, low, high = (
        None if number is None else round(number * times, 6)
        for number in (amount["value"], amount["low"], amount["high"])
    )
    return InBase(name, value, low, high)
