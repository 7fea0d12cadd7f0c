"""What actors give, which was one row for each, is told step by step."""

from collections.abc import Iterable
from typing import Any

from events.documents.upgrading.shape_3.units import unit
from events.documents.upgrading.stored import Stored


def call_the_roll(document: Stored) -> None:
    """Whether an actor had confirmed its contribution was all that was recorded of its own word: it
    had announced it, nobody wrote down when and where."""
    if "contributions" not in document:
        return
    languages = list(document["date"]["label"])
    document["roll_call"] = [row(given, languages) for given in document.pop("contributions")]
    if "counts" in document:
        document["counts"] = counts(document["counts"])


def row(given: Stored, languages: Iterable[str]) -> Stored:
    """What is known of one actor."""
    amount: dict[str, Any] | None = None
    if given["amount"] is not None:
        amount = {
            "value": given["amount"],
            "low": None,
            "high": None,
            "unit": unit(given["unit"], languages),
            "qualifier": "exactly",
            "form": None,
        }
    return {
        "actor": given["actor"],
        "stage": "announced" if given["confirmed"] else None,
        "date": None,
        "source": None,
        "locator": "",
        "domain": given["domain"],
        "amount": amount,
        "quote": "",
        "note": given["note"],
    }


def counts(before: Stored) -> Stored:
    """The counts, of which nobody recorded the day."""
    reported, named = before["reported"], before["named"]
    return {
        "on": None,
        "reported": reported,
        "reported_low": None,
        "reported_high": None,
        "named": named,
        "confirmed": before["confirmed"],
        "declined": 0,
        "left": 0,
        "unknown": None if reported is None else max(reported - named, 0),
        "possible": {"named": 0, "confirmed": 0, "declined": 0, "left": 0},
    }
