"""How much is done at a time, so that the log is never locked for long."""

from time import monotonic

# What others wait for at most is 200 ms. Chunks are made for a fifth of that, in seconds, because
# no two are alike, and others may keep the processors busy.
AIM = 0.04
SMALLEST = 1
LARGEST = 50
BEGIN = 10
# A chunk that was quick says little about one that is many times larger.
GROWTH = 1.5


class ChunkSize:
    """The number of entries or versions to be done at a time."""

    def __init__(self) -> None:
        self.number = BEGIN
        # For how long the log was locked at most, in seconds.
        self.longest = 0.0

    def held_since(self, locked_at: float) -> None:
        """Reckon with how long the log was locked for the last chunk: from then until now."""
        held = max(monotonic() - locked_at, 0.001)
        self.longest = max(self.longest, held)
        wanted = min(self.number * AIM / held, self.number * GROWTH)
        self.number = max(SMALLEST, min(LARGEST, int(wanted)))
