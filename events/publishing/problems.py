"""What is wrong with something on the desk: a code for programs, a place, and a sentence."""

from dataclasses import dataclass
from enum import StrEnum

Where = tuple[str | int, ...]
"""The way to a field or row; rows are counted from 0: `("title",)`, `("figures", 1, "source")`.
Empty: the whole of it. At the door, fields have the names of the desk, and rows its order; in a
record that is to be written, they have the names and the order in which it has them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` is one of a closed list (`Need` at the door, `Fault` in a row that is to be written) and
    does not change; `message` is a sentence in the language that was active; `see` is a second
    place that it is about.
    """

    code: str
    where: Where
    message: str
    see: Where = ()

    def __str__(self) -> str:
        return self.message

    @property
    def path(self) -> str:
        """Where, in one text: `figures[1].source`."""
        return path(self.where)


def path(where: Where) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return "".join(steps).removeprefix(".")


class Need(StrEnum):
    """Why the door refuses an entry: all that readers may not do without.

    Each is told at the field that has to be filled in or mended, in brackets.
    """

    # The draft itself, which somebody has deleted meanwhile (the whole of it).
    DRAFT = "draft-deleted"
    # A title in one language at least (title).
    TITLE = "title-missing"
    # A date in EDTF (date).
    DATE = "date-missing"
    # A citation that supports the entry: there is none at all (citations) …
    SOURCE = "source-missing"
    # … or there are only such as contradict it (citations).
    SUPPORT = "support-missing"
    # The source of a figure where several are cited (figures[n].source) …
    FIGURE_SOURCE = "figure-source-missing"
    # … which has to be one of those cited (figures[n].source).
    FIGURE_CITATION = "figure-source-not-cited"
    # Of several figures of one measure, one that is preferred (figures[n].preferred, the first one
    # of them), and why (figures[n].reason).
    PREFERENCE = "figure-not-preferred"
    # The source of a status change among those cited (status_changes[n].source).
    STATUS_CITATION = "status-source-not-cited"
    # Whose position it is (participations).
    HOLDER = "holder-missing"
    # No second speaker of a position (participations[n].role, the second one).
    ONE_SPEAKER = "speaker-not-alone"
    # What a position is about (topics).
    TOPIC = "topic-missing"
    # An address of its own among what is public (slug).
    ADDRESS = "address-taken"
    # That what it names is public (the field that names it).
    PUBLIC_LINK = "link-not-public"
