"""What is wrong with a file, collected, so that its author can correct all of it at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.desk import Problem, Where, records


@dataclass(frozen=True, slots=True)
class Located:
    """A problem and the line of the file that it is on."""

    problem: Problem
    line: int | None = None
    # The line of the problem's second place.
    see: int | None = None

    def __str__(self) -> str:
        place = [_("line %d") % self.line] if self.line else []
        told = ": ".join([*place, *_steps(self.problem.where), self.problem.message])
        if self.problem.see:
            params = {"where": ": ".join(_steps(self.problem.see)), "line": self.see}
            told = " ".join([told, _("See %(where)s, line %(line)d.") % params])
        return told


class LoadError(Exception):
    """The file was not loaded, and nothing was written. `problems` says why, in order of line."""

    def __init__(self, problems: Iterable[Located]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line or 0)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def for_one(cls, message: str, line: int | None = None) -> "LoadError":
        return cls([unreadable(message, line)])


def unreadable(message: str, line: int | None) -> Located:
    """A problem that keeps a file from being parsed."""
    return Located(Problem(records.Fault.UNREADABLE, (), message), line)


def located(problem: Problem, line_of: Callable[[Where], int | None]) -> Located:
    """A problem with the lines of its places."""
    return Located(problem, line_of(problem.where), line_of(problem.see))


def _steps(where: Where) -> list[str]:
    """The keys on the way to a place, as the file has them; items of a list are counted from 1."""
    steps: list[str] = []
    for step in where:
        if isinstance(step, int):
            steps[-1] = f"{steps[-1]} {step + 1}"
        else:
            steps.append(step)
    return steps
