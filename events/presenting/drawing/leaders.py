"""Names on leaders: where each stands above the line of meetings, so that none is in another's
way.

A name hangs left or right of its leader, a vertical line above its mark. A name that lies across
the leader of another one stands above that one's name. Whatever the sides, that gives an order; the
height of a name is that of what it stands above. All on the left always works. Some other ways are
tried, and of the best of them sides are changed one at a time as long as that makes it lower.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# In pixels: between a name and its leader, between two names, and above the line of meetings.
BESIDE = 4.0
APART = 5.0
ABOVE = 16.0
# Of more names than this, the sides are not improved: all that is lost is height.
MOST_IMPROVED = 60
ROUNDS = 2
# How often names that meet are put one above the other.
MOST_ROUNDS = 6
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Leader:
    """Where a name may hang, and how much room it takes, in pixels."""

    x: float
    width: float
    height: float


class Hanging:
    """`least`, `most`: between which places the names have to be. The leaders stand in order."""

    def __init__(self, leaders: Sequence[Leader], least: float, most: float) -> None:
        self.leaders = leaders
        self.can_left = [one.x - BESIDE - one.width >= least for one in leaders]
        self.can_right = [one.x + BESIDE + one.width <= most for one in leaders]
        widest = max((one.width for one in leaders), default=0.0) + BESIDE + APART
        self.near = [
            [
                other
                for other in range(number + 1, len(leaders))
                if leaders[other].x - one.x <= 2 * widest
            ]
            for number, one in enumerate(leaders)
        ]

    def begun(self) -> tuple[list[bool], list[float]]:
        """A side for each name, and how high it stands: the better ones of those that were tried.
        `True` is the left side."""
        number = len(self.leaders)
        tried = [[True] * number, list(self.can_left), [False] * number]
        tried += [self._halved(groups) for groups in range(1, min(MOST_GROUPS, number) + 1)]
        best: tuple[list[bool], list[float]] | None = None
        for sides in tried:
            lows = self.lows(sides)
            if lows is not None and (best is None or self._cost(lows) < self._cost(best[1])):
                best = sides, lows
        if best is None:
            # Some stand out at the side; nobody is in another's way.
            return tried[0], self._lows(tried[0]) or []
        return self.improved(*best)

    def is_inside(self, sides: Sequence[bool]) -> bool:
        """Whether all of them are between the two places."""
        return all(
            (self.can_left if is_left else self.can_right)[number]
            for number, is_left in enumerate(sides)
        )

    def lows(self, sides: Sequence[bool]) -> list[float] | None:
        """How high each stands on these sides; None if they cannot be."""
        return self._lows(sides) if self.is_inside(sides) else None

    def _halved(self, groups: int) -> list[bool]:
        """Sides for so many groups, parted where the leaders are farthest apart: of each, the first
        half on the left, rising, and the other half on the right, falling."""
        gaps = [two.x - one.x for one, two in pairwise(self.leaders)]
        widest = sorted(range(len(gaps)), key=lambda place: -gaps[place])[: groups - 1]
        ends = [*(place + 1 for place in sorted(widest)), len(self.leaders)]
        sides: list[bool] = []
        for end in ends:
            begin = len(sides)
            half = begin + (end - begin + 1) // 2
            # One on the right and another on the left of it, close together, would not do.
            falls = all(self.can_right[half:end]) and all(self.can_left[begin:half])
            sides += [number < half or not falls for number in range(begin, end)]
        return sides

    def improved(self, sides: Sequence[bool], lows: list[float]) -> tuple[list[bool], list[float]]:
        """Sides that make the whole lower, found by changing one at a time."""
        sides, best = list(sides), self._cost(lows)
        if len(sides) > MOST_IMPROVED:
            return sides, lows
        for _round in range(ROUNDS):
            before = best
            for number in range(len(sides)):
                sides[number] = not sides[number]
                found = self.lows(sides)
                cost = self._cost(found) if found else best
                if found and cost < best:
                    best, lows = cost, found
                else:
                    sides[number] = not sides[number]
            if best == before:
                break
        return sides, lows

    def _cost(self, lows: Sequence[float]) -> float:
        tops = [low + one.height for low, one in zip(lows, self.leaders, strict=True)]
        return max(tops, default=0.0) * len(tops) + sum(tops)

    def _lows(self, sides: Sequence[bool]) -> list[float] | None:
        """How high each stands; None if two would each have to stand above the other."""
        below, meeting = self._below(sides)
        for _round in range(MOST_ROUNDS):
            lows = self._stacked(below)
            if lows is None:
                return None
            # Two that hang towards each other: the higher one is put above the other.
            found = [pair for pair in meeting if self._overlap(*pair, lows)]
            if not found:
                return lows
            for one, other in found:
                upper, lower = (one, other) if lows[one] > lows[other] else (other, one)
                below[upper].append(lower)
        return None

    def _stacked(self, below: Sequence[Sequence[int]]) -> list[float] | None:
        """Each just above the highest of those that it has to stand above."""
        lows = [0.0] * len(below)  # 0: not known yet; -1: being found out

        def low(number: int) -> float | None:
            if lows[number] > 0:
                return lows[number]
            if lows[number] < 0:
                return None
            lows[number] = -1
            found = ABOVE
            for other in below[number]:
                under = low(other)
                if under is None:
                    return None
                found = max(found, under + self.leaders[other].height + APART)
            lows[number] = found
            return found

        for number in range(len(below)):
            if low(number) is None:
                return None
        return lows

    def _overlap(self, one: int, other: int, lows: Sequence[float]) -> bool:
        upper, lower = (one, other) if lows[one] > lows[other] else (other, one)
        return lows[lower] + self.leaders[lower].height + APART > lows[upper]

    def _below(self, sides: Sequence[bool]) -> tuple[list[list[int]], list[tuple[int, int]]]:
        """For each, those above which it has to stand; and which meet between their leaders."""
        below: list[list[int]] = [[] for _one in self.leaders]
        meeting = []
        for number, one in enumerate(self.leaders):
            begins, is_right = one.x, not sides[number]
            ends = begins + BESIDE + one.width + APART
            for other in self.near[number]:
                two = self.leaders[other]
                from_ = two.x - BESIDE - two.width - APART
                covers = is_right and ends > two.x
                covered = sides[other] and from_ < begins
                if covers:
                    below[number].append(other)
                if covered:
                    below[other].append(number)
                if is_right and sides[other] and not (covers or covered) and ends - APART > from_:
                    meeting.append((number, other))
        return below, meeting
