"""What can be wrong with a record that is to be written, before anybody asks whether it is ready
for readers."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from django.utils.translation import gettext as _


class Fault(StrEnum):
    """The codes of such problems: a closed list."""

    # What was given cannot be taken apart: no file, no YAML …
    UNREADABLE = "unreadable"
    # … or there is no record in it.
    EMPTY = "no-records"
    # Names that there are none of: of a section, a field, a language.
    SECTION = "unknown-section"
    KEY = "unknown-key"
    LANGUAGE = "unknown-language"
    # A list where a text has to stand, a text where texts by language have to.
    FORM = "wrong-form"
    # Two records under one short name.
    TAKEN = "name-taken"
    # A short name of nothing, or of something else.
    NAME = "unknown-name"
    # Records that name each other.
    CIRCLE = "circle"
    # Nothing where something is needed.
    MISSING = "missing"
    # What the desk does not take: no date, too long a text, an office of a country …
    VALUE = "invalid"
    # Whoever writes it may not.
    RIGHT = "not-allowed"


def meant(word: str, choices: Iterable[str]) -> str:
    """A question that names the nearest choice, a space before it; nothing where none is near."""
    nearest = get_close_matches(word, list(choices), n=1)
    return " " + _("Did you mean “%s”?") % nearest[0] if nearest else ""
