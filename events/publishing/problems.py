"""What is wrong with something on the desk: a code for programs, a place, and a sentence."""

from dataclasses import dataclass
from enum import StrEnum

Where = tuple[str | int, ...]
"""The way to a field or row, with rows counted from 0: `("title",)`, `("figures", 1, "source")`.
Empty: the whole thing. At the door, names of fields and the order of rows are those of the desk; in
a record to be written, they are those of the record."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` is from a closed list (`Need` at the door, `Fault` in a record to be written) and does
    not change; `message` is a sentence in the language that was active; `see` is a second place
    that it concerns.
    """

    code: str
    where: Where
    message: str
    see: Where = ()

    def __str__(self) -> str:
        return self.message

    @property
    def path(self) -> str:
        """`where` as one text: `figures[1].source`."""
        return path(self.where)


def path(where: Where) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return "".join(steps).removeprefix(".")


class Need(StrEnum):
    """Why the door refuses an entry: all that readers cannot do without.

    Each is reported at the field to fill in or correct, in brackets.
    """

    # The draft itself, which somebody has deleted meanwhile (the whole of it).
    DRAFT = "draft-deleted"
    # A title in one language at least (title).
    TITLE = "title-missing"
    # A process to which it belongs (processes).
    PROCESS = "process-missing"
    # A date in EDTF (date).
    DATE = "date-missing"
    # A citation that supports the entry: there is none at all (citations) …
    SOURCE = "source-missing"
    # … or all of them contradict it (citations).
    SUPPORT = "support-missing"
    # The source of a figure where several are cited (figures[n].source) …
    FIGURE_SOURCE = "figure-source-missing"
    # … which has to be one of those cited (figures[n].source).
    FIGURE_CITATION = "figure-source-not-cited"
    # If a measure has several figures, one that is preferred (figures[n].preferred, the first of
    # them), and why (figures[n].reason).
    PREFERENCE = "figure-not-preferred"
    # The source of a status change among those cited (status_changes[n].source).
    STATUS_CITATION = "status-source-not-cited"
    # The part whose status changed, among those of the commitment (status_changes[n].part).
    STATUS_PART = "status-part-unknown"
    # What a part of a commitment promises (parts[n].text) …
    PART_TEXT = "part-text-missing"
    # … which no other part of it does (parts[n].text, the second one).
    PART_TWICE = "part-twice"
    # The source of an earlier date, if several are cited (earlier_dates[n].source) …
    EARLIER_SOURCE = "earlier-date-source-missing"
    # … which has to be one of those cited (earlier_dates[n].source).
    EARLIER_CITATION = "earlier-date-source-not-cited"
    # The source of a stage among those cited (roll_call[n].source).
    STAGE_CITATION = "stage-source-not-cited"
    # That a stage is not told twice for one day (roll_call[n].stage, the second one) …
    STAGE_TWICE = "stage-twice"
    # … nor with another on the same day that cannot be so, too (roll_call[n].stage, the second) …
    STAGE_CONTRADICTS = "stage-contradicts"
    # … and that nothing ends before it began (roll_call[n].date, of the end).
    STAGE_BACKWARDS = "stage-before-its-beginning"
    # Whose position it is (participations).
    HOLDER = "holder-missing"
    # Whether it is for or against it (stance).
    STANCE = "stance-missing"
    # What a position is about (topics).
    TOPIC = "topic-missing"
    # An answer that has come or can have (answered_by).
    ANSWER_AHEAD = "answer-ahead"
    # Of a state of play, the sentences (summary) …
    SENTENCES = "sentences-missing"
    # … each with a link to an entry on which it rests (summary) …
    SENTENCE_LINK = "sentence-without-link"
    # … which has to lead to an entry that there is (summary).
    SENTENCE_TARGET = "sentence-link-unknown"
    # Of a walk, two steps at least (steps) …
    STEPS = "steps-missing"
    # … and no more than readers go along (steps) …
    STEPS_TOO_MANY = "steps-too-many"
    # … with a sentence in every language (steps[n].text) …
    STEP_TEXT = "step-text-missing"
    # … and another entry than the step before (steps[n].entry).
    STEP_TWICE = "step-repeated"
    # An address that no other entry was ever published under (slug).
    ADDRESS = "address-taken"
    # That everything it names is public (the field that names it).
    PUBLIC_LINK = "link-not-public"
    # That it shows nothing which was closed to readers, unless that is wanted (the whole of it).
    CLOSED = "closed-to-readers"
