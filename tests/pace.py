"""How long answers take, judged alike on quick, slow and busy machines.

What the program waits for is the same everywhere. What the machine needs by itself is not: so an
answer may take as much longer than its limit as the same question took a moment before, with
nothing wrong. And now and then a machine does something else: so what took too long is tried again.
Whoever waits too long because of the program does so each time.
"""

from collections.abc import Iterator

TRIES = 5


class Pace:
    """One try. `late`: what took too long in it."""

    def __init__(self) -> None:
        self.late: list[str] = []

    def judge(self, what: str, took: float, limit: float, usual: float) -> None:
        """In seconds; `usual`: what it took with nothing wrong."""
        if took >= limit + usual:
            self.late.append(f"{what}: {took:.2f} s, of {limit:g} s beside the usual {usual:.2f} s")


def tries() -> Iterator[Pace]:
    """Ends with the first in which nothing took too long, and fails if there is none."""
    for _time in range(TRIES):
        pace = Pace()
        yield pace
        if not pace.late:
            return
    raise AssertionError("\n".join(pace.late))
