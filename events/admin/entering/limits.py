"""Whoever proves who they are may try so often: passwords, second factors, mails to reset one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from math import ceil

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import ngettext

from events.admin import attempts
from events.admin.attempts import Trial
from events.admin.sessions import address_of, told_name
from events.log import Bulkhead

logger = logging.getLogger(__name__)

# In the log.
TRIED = {
    Trial.PASSWORD: "log-ins",
    Trial.SECOND_FACTOR: "second factors",
    Trial.PASSKEY: "passkeys",
    Trial.RESET: "mails to reset a password",
    Trial.LINK: "links of mails",
}


class TooOften(ValidationError):
    """Nobody may try any more now. `seconds`: for how long."""

    def __init__(self, seconds: float) -> None:
        self.seconds = ceil(seconds)
        minutes = ceil(self.seconds / 60)
        message = ngettext(
            "Too many attempts to log in have failed. Try again in %(count)d minute.",
            "Too many attempts to log in have failed. Try again in %(count)d minutes.",
            minutes,
        )
        super().__init__(message % {"count": minutes}, code="too_often")


@contextmanager
def attempt(trial: Trial, name: str, request: HttpRequest) -> Iterator[None]:
    """What is done within is an attempt at an account, and has failed if anything is raised.

    Raises `TooOften` if it may not be made, and `Crowded` if too many others are making one.
    """
    # A password takes long to look at, by intention. Many at a time would leave no processor to
    # readers.
    with looking().entered() if trial == Trial.PASSWORD else nullcontext():
        count(trial, name, request)
        yield
    attempts.succeed(name, address_of(request), trial)


def count(trial: Trial, name: str, request: HttpRequest) -> None:
    """Count what can be done so often only, however it ends. Raises `TooOften`."""
    address = address_of(request)
    try:
        attempts.begin(name, address, trial)
    except attempts.LockedOut as locked:
        if locked.is_new:
            logger.warning(
                "%s of %s from %s are refused for %d minutes",
                *(TRIED[trial], told_name(name), address, ceil(locked.seconds / 60)),
            )
        raise TooOften(locked.seconds) from None


@lru_cache(maxsize=1)
def looking() -> Bulkhead:
    return Bulkhead(max(1, settings.THREADS // 4), max(0, settings.THREADS // 4))
