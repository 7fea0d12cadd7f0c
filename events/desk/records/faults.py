"""What can be wrong with a record to be written, before the question whether it is ready for
readers."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from django.utils.translation import gettext as _


class Fault(StrEnum):
    """The codes of such problems: a closed list."""

    # The input cannot be parsed: no file, no YAML …
    UNREADABLE = "unreadable"
    # … or it has no record.
    EMPTY = "no-records"
    # The name of a section, field or language that does not exist.
    SECTION = "unknown-section"
    KEY = "unknown-key"
    LANGUAGE = "unknown-language"
    # A list where a text is expected, or a text where texts by language are.
    FORM = "wrong-form"
    # Two records under one short name.
    TAKEN = "name-taken"
    # A short name that stands for nothing, or for something of another sort.
    NAME = "unknown-name"
    # Records that name each other.
    CIRCLE = "circle"
    # Nothing where something is needed.
    MISSING = "missing"
    # A value that the desk refuses: not a date, too long a text, an office for a country …
    VALUE = "invalid"
    # The writer does not have the right.
    RIGHT = "not-allowed"


def meant(word: str, choices: Iterable[str]) -> str:
    """A question that suggests the nearest choice, after a space; empty if none is near."""
    nearest = get_close_matches(word, list(choices), n=1)
    return " " + _("Did you mean “%s”?") % nearest[0] if nearest else ""
