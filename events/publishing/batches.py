"""Many rows or values in pieces that a statement can hold."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value")

# Below the limit of parameters in one statement of either engine.
BATCH = 500


def batches(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
