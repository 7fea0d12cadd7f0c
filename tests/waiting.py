"""Waiting for what has to come, on whatever machine."""

import time
from collections.abc import Callable

# In seconds: longer than anything takes on a slow and busy machine. Only a test that fails waits
# for so long.
PATIENCE = 300.0
LOOK = 0.02


def until(reached: Callable[[], object], what: str) -> None:
    """Wait until this is true; `what`: what is waited for, for whoever reads that it never came."""
    end = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < end, f"waited in vain until {what}"
        time.sleep(LOOK)
