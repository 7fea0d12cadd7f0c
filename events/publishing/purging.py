"""Caches in front of the site are told to forget what they keep."""

import logging
from http.client import HTTPException
from urllib.request import Request, urlopen

from django.conf import settings

logger = logging.getLogger(__name__)

METHOD = "PURGE"
# For an answer of one cache, in seconds.
PATIENCE = 5


def purge() -> list[str]:
    """Send each address of `PURGE_URLS` a request that asks it to forget the whole site: the text
    can be in any list. Returns what went wrong, a sentence for each; it is logged, too."""
    failures = []
    for address in settings.PURGE_URLS:
        request = Request(address, method=METHOD)  # noqa: S310 - a setting, whose scheme is checked
        try:
            with urlopen(request, timeout=PATIENCE):  # noqa: S310
                pass
        except (OSError, HTTPException) as error:
            failures.append(f"{address}: {error}")
            logger.error("The cache was not told to forget a redaction: %s", failures[-1])
    return failures
