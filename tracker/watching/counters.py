"""Numbers that the processes of a server count together, without any of them waiting for another.

The memory is shared: it has to be made before the processes fork. Each process adds in a row of its
own, so that one that is killed in the middle of adding holds nobody up. Two have the same row only
if their numbers are `ROWS` apart, and then lose an addition at worst. What a process has counted
stays when it is gone.
"""

import os
from collections.abc import Sequence
from multiprocessing.sharedctypes import RawArray
from threading import Lock

ROWS = 256


class Counters:
    """So many numbers, whole or not, that only grow."""

    def __init__(self, size: int, *, whole: bool = True) -> None:
        self.size = size
        self._cells = RawArray("Q" if whole else "d", ROWS * size)
        # Among the threads of a process; it ends with the process.
        self._lock = Lock()
        os.register_at_fork(after_in_child=self._unlock)

    def add(self, index: int, number: float = 1) -> None:
        if not 0 <= index < self.size:
            raise IndexError(index)
        place = os.getpid() % ROWS * self.size + index
        with self._lock:
            self._cells[place] += number

    def total(self) -> Sequence[float]:
        """What all processes have counted."""
        return [sum(self._cells[index :: self.size]) for index in range(self.size)]

    def reset(self) -> None:
        """Begin at zero again, as only a test does."""
        self._cells[:] = [0] * len(self._cells)

    def _unlock(self) -> None:
        """A process that is forked while a thread adds would never see it end."""
        self._lock = Lock()
