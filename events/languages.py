"""The language in which somebody is being told something."""

from django.conf import settings
from django.utils.translation import get_language


def active() -> str:
    """The tag of the language that is active (“de”, “de-at”); the site's own where none is."""
    return get_language() or settings.LANGUAGE_CODE
