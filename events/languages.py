"""The language in which messages are written at the moment."""

from django.conf import settings
from django.utils.translation import get_language


def active() -> str:
    """The tag of the active language (“de”, “de-at”); the site's own if none is active."""
    return get_language() or settings.LANGUAGE_CODE
