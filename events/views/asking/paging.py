"""The number of a page in an address."""

from django.utils.translation import ngettext

from events.presenting.parts import number_worded

MOST_DIGITS = 6


def number(text: str) -> int:
    """The page that is asked for, or the first if none is; 0 for anything that is no
    page number."""
    text = text.strip()
    if not text:
        return 1
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


def no_such_page(text: str, last: int) -> str:
    message = ngettext(
        "There is no page “%(page)s” of this list: it has %(last)s page.",
        "There is no page “%(page)s” of this list: it has %(last)s pages.",
        last,
    )
    return message % {"page": text[:20], "last": number_worded(last)}
