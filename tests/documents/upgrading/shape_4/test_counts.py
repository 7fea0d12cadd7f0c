"""Until shape 4, those who had confirmed or suspended it were counted among the named."""

from typing import Any

from events.documents.upgrading.shape_4.counts import count_apart
from tests.counting import NOBODY
from tests.rolls import dated, row


def commitment(*rows: dict[str, Any], counts: dict[str, Any]) -> dict[str, Any]:
    sources = [{"slug": "report", "published_on": "2025-09-05"}]
    made = dated("2025-09-04")
    return {"date": made, "sources": sources, "roll_call": list(rows), "counts": counts}


def before(**counts: Any) -> dict[str, Any]:
    nobody = {"named": 0, "confirmed": 0, "declined": 0, "left": 0}
    bounds = {"reported_low": 24, "reported_high": 30}
    return {"on": None, "reported": 26, **bounds, **nobody, "possible": nobody, **counts}


def test_each_is_counted_apart() -> None:
    document = commitment(
        row("france", "announced", "2025-09-04"),
        row("poland"),
        row("italy", "declined", "2025-09-04"),
        row("us", "suspended", "2025-09-04"),
        counts=before(on="2025-09-05", named=3, confirmed=1, declined=1, unknown=23),
    )
    count_apart(document)
    assert document["counts"] == {
        "on": "2025-09-05",
        "reported": 26,
        "reported_low": 24,
        "reported_high": 30,
        "named": 1,
        "confirmed": 1,
        "suspended": 1,
        "declined": 1,
        "left": 0,
        "unknown": 23,
        "possible": NOBODY,
    }


def test_of_which_day_the_counts_are_is_not_made_up() -> None:
    """Documents of shape 1 and 2 did not say."""
    document = commitment(row("poland"), counts=before(named=1, unknown=25))
    count_apart(document)
    assert (document["counts"]["on"], document["counts"]["named"]) == (None, 1)


def test_entries_of_other_kinds_stay_as_they_are() -> None:
    document: dict[str, Any] = {"kind": "question"}
    count_apart(document)
    assert document == {"kind": "question"}
