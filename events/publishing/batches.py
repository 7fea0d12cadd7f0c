"""Rows or values in batches that fit into one statement."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value")

# Below both engines' limits on the parameters of one statement.
BATCH = 500


def batches(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
