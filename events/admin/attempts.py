"""How often one may try to log in. The counts are in the database, for all processes alike.

Whoever has failed ten times in a quarter of an hour at one account from one address is locked out
there, for a quarter of an hour at first and for twice as long each time after that; an address, for
all accounts together, after fifty. Nobody is locked out everywhere: an editor whose account is
tried from other addresses still gets in. But where an account is under attack, an address from
which nobody has logged in to it before has three attempts, not ten.

An attempt counts before the password is looked at, so that a hundred at the same time are no more
than ten.

Other trials than that of a password are counted alike, each for itself, and those of an address all
together. Whoever tries a second factor has the password, and whoever asks for a mail has it sent:
there, an account is locked for everybody after so many failures from anywhere.
"""

import ipaddress
import unicodedata
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from events.models import LogInAttempts

WINDOW = timedelta(minutes=15)
# Failed attempts within the window: at one account from one address, the same where the account is
# under attack and the address is unknown, at all accounts from one address.
OF_PAIR = 10
OF_STRANGER = 3
OF_ADDRESS = 50
# So many failures from anywhere are an attack on an account.
ATTACK = 30
FIRST_LOCK = timedelta(minutes=15)
LONGEST_LOCK = timedelta(hours=24)
# For how long locks are remembered, and that somebody has logged in from an address.
MEMORY = timedelta(days=2)
KNOWN = timedelta(days=90)
# A provider gives each of its customers at least so much of the addresses of version 6.
NETWORK = 64

ALL = ""


class Trial(StrEnum):
    """By what somebody proves who they are, or gets at what does."""

    PASSWORD = ""
    SECOND_FACTOR = "second factor"
    PASSKEY = "passkey"
    RESET = "reset"
    LINK = "link"


# So many failures from anywhere lock an account for everybody.
OF_ANYWHERE = {Trial.SECOND_FACTOR: 50, Trial.RESET: 20}


class LockedOut(Exception):
    """Nobody may try now. `seconds`: for how long. `is_new`: has this attempt brought it about?"""

    def __init__(self, seconds: float, is_new: bool) -> None:
        self.seconds = seconds
        self.is_new = is_new
        super().__init__(f"locked for {seconds:.0f} seconds")


def begin(name: str, address: str, trial: Trial = Trial.PASSWORD) -> None:
    """Count an attempt as one that fails. Raises `LockedOut` if it may not be made."""
    now = timezone.now()
    account, place = _account(name, trial), _place(address)
    from_there_or_anywhere = Q(address=place, account__in=(account, ALL)) | Q(
        address=ALL, account=account
    )
    for row in LogInAttempts.objects.filter(from_there_or_anywhere):
        _refuse(row, now, is_new=False)
    with transaction.atomic():
        # In the same order for all, so that no two wait for each other.
        anywhere, from_there, pair = (
            _row(account, ALL, now),
            _row(ALL, place, now),
            _row(account, place, now),
        )
        attacked = anywhere.failures >= ATTACK
        known = pair.known_until is not None and pair.known_until > now
        for row in (anywhere, from_there, pair):
            row.failures += 1
        _lock(pair, OF_STRANGER if attacked and not known else OF_PAIR, now)
        _lock(from_there, OF_ADDRESS, now)
        if trial in OF_ANYWHERE:
            _lock(anywhere, OF_ANYWHERE[trial], now)
        for row in (anywhere, from_there, pair):
            row.expires = max(row.expires, now + MEMORY)
            row.save()
    for row in (pair, from_there, anywhere):
        _refuse(row, now, is_new=True)


def succeed(name: str, address: str, trial: Trial = Trial.PASSWORD) -> None:
    """The attempt that has begun was none that fails."""
    now = timezone.now()
    account, place = _account(name, trial), _place(address)
    with transaction.atomic():
        for rows in (_rows(account, ALL), _rows(ALL, place)):
            rows.filter(failures__gt=0).update(failures=F("failures") - 1)
        _rows(account, place).update(
            failures=0,
            locks=0,
            locked_until=None,
            known_until=now + KNOWN,
            expires=now + KNOWN,
        )
    LogInAttempts.objects.filter(expires__lt=now).delete()


def forget_attempts(name: str = "", address: str = "") -> int:
    """Let everybody try again at this account, or from this address; how many locks were lifted."""
    rows = LogInAttempts.objects.all()
    if name:
        rows = rows.filter(account__in=[_account(name, trial) for trial in Trial])
    if address:
        rows = rows.filter(address=_place(address))
    lifted = rows.filter(locked_until__gt=timezone.now()).count()
    rows.update(failures=0, locks=0, locked_until=None)
    return lifted


def _rows(account: str, place: str) -> "QuerySet[LogInAttempts]":
    return LogInAttempts.objects.filter(account=account, address=place)


def _row(account: str, place: str, now: datetime) -> LogInAttempts:
    """The row, which nobody else changes until the transaction ends."""
    new = {"since": now, "expires": now + MEMORY}
    LogInAttempts.objects.get_or_create(account=account, address=place, defaults=new)
    row = _rows(account, place).select_for_update().get()
    if now - row.since > WINDOW:
        row.failures, row.since = 0, now
    if row.locked_until is not None and now - row.locked_until > MEMORY:
        row.locks = 0
    return row


def _lock(row: LogInAttempts, most: int, now: datetime) -> None:
    if row.failures <= most:
        return
    row.locked_until = now + min(FIRST_LOCK * 2 ** min(row.locks, 10), LONGEST_LOCK)
    row.locks += 1
    row.failures = 0


def _refuse(row: LogInAttempts, now: datetime, *, is_new: bool) -> None:
    if row.locked_until is not None and row.locked_until > now:
        raise LockedOut((row.locked_until - now).total_seconds(), is_new)


def _account(name: str, trial: Trial) -> str:
    what = f"account {trial}".strip()
    return _hash(what, unicodedata.normalize("NFKC", name).strip().casefold())


def _place(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return _hash("address", address)
    if found.version == 6:
        return _hash("address", str(ipaddress.ip_network((found, NETWORK), strict=False)))
    return _hash("address", str(found))


def _hash(what: str, value: str) -> str:
    return salted_hmac(f"log-in {what}", value, algorithm="sha256").hexdigest()
