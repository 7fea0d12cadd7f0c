"""A line of the log for each request, and a number by which its other lines are found.

Of readers nothing is kept but what they asked for: no address, no browser, no words that they
searched. Of the desk, which account it was.
"""

import logging
import re
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from tracker.cookies import DESK
from tracker.watching.logs import current_request

logger = logging.getLogger(__name__)

# What a proxy gives: anything else could be a line of somebody's own.
WELL_FORMED = re.compile(r"[0-9A-Za-z-]{8,64}", re.ASCII)


class AccessLog:
    """Middleware, the outermost, so that what the others answer has a line, too. The number comes
    from the proxy, if it is trusted, and goes back with the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.ACCESS_LOG:
            return self.get_response(request)
        given = request.META.get("HTTP_X_REQUEST_ID", "") if settings.TRUST_PROXY else ""
        number = given if WELL_FORMED.fullmatch(given) else secrets.token_hex(16)
        token = current_request.set(number)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            milliseconds = round((time.perf_counter() - began) * 1000, 1)
            response.headers["X-Request-ID"] = number
            told = {
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "milliseconds": milliseconds,
            }
            if user := _account(request):
                told["user"] = user
            words = " ".join(map(str, told.values()))
            logger.info("%s", words, extra={"told": told})
            return response
        finally:
            current_request.reset(token)


def _account(request: HttpRequest) -> int | None:
    """The number of the account at the desk, if somebody is logged in there."""
    if not request.path_info.startswith(DESK):
        return None
    user = getattr(request, "user", None)
    return user.pk if user is not None and user.is_authenticated else None
