"""What is wrong with a file, collected, so that whoever wrote it can mend all of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, on which line, and where (section, record, field …)."""

    message: str
    line: int | None = None
    where: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = [_("line %d") % self.line] if self.line else []
        return ": ".join([*place, *self.where, self.message])


class LoadError(Exception):
    """The file was not loaded, and nothing was written. `problems` says why, in order of line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.line or 0)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def for_one(cls, message: str, line: int | None = None) -> "LoadError":
        return cls([Problem(message, line)])


def meant(word: str, choices: Iterable[str]) -> str:
    """A question that names the nearest choice, a space before it; nothing where none is near."""
    nearest = get_close_matches(word, list(choices), n=1)
    return " " + _("Did you mean “%s”?") % nearest[0] if nearest else ""
