"""What stands in the way for a time: the record cannot be read, or nothing can be published."""

import logging

from django.db import DatabaseError, InterfaceError
from django.http import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.engines import Trouble, trouble

logger = logging.getLogger(__name__)
# Where an answer has what stood in its way.
REFUSED_FOR = "_refused_for"

TOLD: dict[Trouble, Promise] = {
    Trouble.GONE: _("The database does not answer at the moment."),
    Trouble.TOO_LONG: _("This takes too long at the moment. Ask for less at once."),
    Trouble.LOCKED: _("Somebody else is writing at the moment. Nothing was saved."),
    Trouble.FULL: _("There is no room left to save anything. Nothing was saved."),
    Trouble.READ_ONLY: _("This server can only be read from. Nothing was saved."),
}


class NotNow(Exception):
    """The message is for those who run the site or publish; `for_readers` is for everybody."""

    # What to tell programs: after how many seconds it is worth asking again.
    RETRY_AFTER = "60"
    # What numbers count it as.
    code = "other"

    @property
    def for_readers(self) -> str:
        raise NotImplementedError


class DatabaseTrouble(NotNow):
    """The database cannot do now what it was asked to, which is no fault of what was asked."""

    RETRY_AFTER = "10"

    def __init__(self, what: Trouble, error: Exception) -> None:
        self.what, self.code = what, what.name.lower()
        # The first line has no parts of the statement, which could be long and hold what was typed.
        super().__init__(f"{what}: {str(error).partition(chr(10))[0]}")

    @property
    def for_readers(self) -> str:
        return str(TOLD[self.what])


def reason_of(error: BaseException | None) -> NotNow | None:
    """What stands in the way, if that is what an exception says; None for any other."""
    if isinstance(error, NotNow):
        return error
    if isinstance(error, DatabaseError | InterfaceError) and (what := trouble(error)):
        return DatabaseTrouble(what, error)
    return None


def refuse(response: HttpResponseBase, reason: NotNow) -> None:
    """Let those who run the site know what stands in the way of an answer: whoever counts answers
    (`refused_for`), and the log, where it is not planned."""
    vars(response)[REFUSED_FOR] = reason
    if isinstance(reason, DatabaseTrouble):
        logger.error("%s", reason, extra={"fault": str(reason.what)})


def refused_for(response: HttpResponseBase) -> NotNow | None:
    """What stood in the way of this answer; None of all others."""
    found: NotNow | None = vars(response).get(REFUSED_FOR)
    return found
