"""Tokens of programs: made, changed for others, revoked, and looked at when one is shown.

A token acts for its account and has no right that this has not. Its text is shown once, when it is
made; only a digest is kept, which is enough because nobody can guess one: it has 238 random bits.
The last six characters are a check sum, so that whoever looks for lost secrets can tell a token
from what only looks like one.
"""

import hashlib
import secrets
import string
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zlib import crc32

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from events.desk import audit
from events.desk.rights import TO_PUBLISH, By
from events.models import ApiToken, AuditLine, TokenSecret, TokenUse
from events.vocabulary import DeskAction, Scope

PREFIX = "dipl_"
RANDOM, CHECK = 40, 6
LETTERS = string.digits + string.ascii_letters
# Both texts of a token that is being changed for another work so long.
OVERLAP = timedelta(days=7)
LONGEST_OVERLAP = timedelta(days=30)
# How exactly is kept when a token was used last.
EXACT = timedelta(minutes=1)
WINDOW = 60
KIND = "apitoken"


class Unusable(StrEnum):
    """Why a text that was shown is no token that can be used. The values are part of the API."""

    UNKNOWN = "token_unknown"
    EXPIRED = "token_expired"
    REVOKED = "token_revoked"
    INACTIVE = "account_inactive"


class TokenRefused(Exception):
    """What was shown lets nobody in."""

    def __init__(self, why: Unusable, message: str) -> None:
        self.why = why
        self.message = message
        super().__init__(message)


class TooManyWrites(Exception):
    """The token has written as often as it may, for so many `seconds`."""

    def __init__(self, seconds: int, most: int) -> None:
        self.seconds = seconds
        self.most = most
        super().__init__(f"{most} a minute")


@dataclass(frozen=True)
class Allowance:
    """How often a token may write in a minute, how often it still may, and for how many seconds
    that is so."""

    most: int
    left: int
    seconds: int


def make_token(
    account: User,
    name: str,
    scopes: Iterable[str],
    *,
    by: By,
    expires_at: datetime | None = None,
) -> tuple[ApiToken, str]:
    """A new token, and its text, which is nowhere else. Raises `ValidationError` by field."""
    token = ApiToken(
        account=account, name=name.strip(), scopes=sorted(set(scopes)), expires_at=expires_at
    )
    confirm_token(token)
    with transaction.atomic():
        token.save()
        text = _new_text(token)
        audit.write([_line(DeskAction.ADDED, token, by, fields=["scopes", "expires_at"])])
    return token, text


def confirm_token(token: ApiToken) -> None:
    """Raise `ValidationError` by field where the token cannot be."""
    wrong: dict[str, str] = {}
    if not token.name:
        wrong["name"] = _("Say what uses the token.")
    elif len(token.name) > 80:
        wrong["name"] = _("At most 80 characters.")
    known = set(Scope.values)
    if unknown := sorted(set(token.scopes) - known):
        wrong["scopes"] = _("There is no “%(wrong)s”; there are: %(known)s.") % {
            "wrong": ", ".join(unknown),
            "known": ", ".join(Scope.values),
        }
    elif not token.scopes:
        wrong["scopes"] = _("At least one of: %(known)s.") % {"known": ", ".join(Scope.values)}
    elif beyond := [scope for scope in token.scopes if not may_have(token.account, scope)]:
        wrong["scopes"] = _("The account itself may not do this: %(scopes)s.") % {
            "scopes": ", ".join(beyond)
        }
    if token.expires_at is not None and token.expires_at <= timezone.now():
        wrong["expires_at"] = _("A time that is ahead, or none.")
    if wrong:
        raise ValidationError(wrong)


def may_have(account: User, scope: str) -> bool:
    """No token may more than its account."""
    if scope in (Scope.PUBLISH, Scope.MANAGE):
        return bool(account.has_perm(TO_PUBLISH))
    return bool(account.is_staff)


def rotate_token(token: ApiToken, *, by: By, overlap: timedelta = OVERLAP) -> str:
    """Another text for the token; the one of now works for as long as `overlap`, and one that was
    on its way out no longer. Raises `ValidationError` if the token is over."""
    if not timedelta() <= overlap <= LONGEST_OVERLAP:
        most = LONGEST_OVERLAP // timedelta(hours=1)
        raise ValidationError({"overlap_hours": _("From 0 to %(most)d hours.") % {"most": most}})
    now = timezone.now()
    with transaction.atomic():
        held = ApiToken.objects.select_for_update().get(pk=token.pk)
        if held.revoked_at or (held.expires_at and held.expires_at <= now):
            raise ValidationError(_("A token that is over gets no other text. Make a new one."))
        held.secrets.filter(ends_at__isnull=False).delete()
        held.secrets.update(ends_at=now + overlap)
        text = _new_text(held)
        audit.write([_line(DeskAction.CHANGED, held, by, fields=["secret"])])
    return text


def revoke_token(token: ApiToken, *, by: By) -> bool:
    """Let nobody use it any more; False if that was so already."""
    with transaction.atomic():
        revoked = ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(
            revoked_at=timezone.now()
        )
        if revoked:
            audit.write([_line(DeskAction.DELETED, token, by)])
    return bool(revoked)


def tokens_of(account: User) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(account=account).prefetch_related("secrets")


def token_shown(text: str) -> ApiToken:
    """The token whose text this is. Raises `TokenRefused`."""
    found = (
        TokenSecret.objects.select_related("token__account").filter(digest=_digest(text)).first()
        if is_well_formed(text)
        else None
    )
    if found is None:
        raise TokenRefused(Unusable.UNKNOWN, _("There is no such token."))
    now, token = timezone.now(), found.token
    if token.revoked_at:
        raise TokenRefused(Unusable.REVOKED, _("This token was revoked."))
    if (token.expires_at and token.expires_at <= now) or (found.ends_at and found.ends_at <= now):
        raise TokenRefused(Unusable.EXPIRED, _("This token has expired."))
    if not (token.account.is_active and token.account.is_staff):
        message = _("The account of this token has no access any more.")
        raise TokenRefused(Unusable.INACTIVE, message)
    if token.last_used_at is None or now - token.last_used_at >= EXACT:
        before = Q(last_used_at=None) | Q(last_used_at__lte=now - EXACT)
        ApiToken.objects.filter(before, pk=token.pk).update(last_used_at=now)
    return token


def count_write(token: ApiToken) -> Allowance:
    """Count one request that writes. Raises `TooManyWrites`."""
    second = int(timezone.now().timestamp())
    minute, seconds = second // WINDOW, WINDOW - second % WINDOW
    rows = TokenUse.objects.filter(token=token, minute=minute)
    if not rows.exists():
        # Somebody else may be the first.
        TokenUse.objects.bulk_create([TokenUse(token=token, minute=minute)], ignore_conflicts=True)
        TokenUse.objects.filter(minute__lt=minute - WINDOW).delete()
    with transaction.atomic():
        # Nobody else counts before this is read.
        rows.update(writes=F("writes") + 1)
        count = rows.values_list("writes", flat=True).get()
    most = settings.API_WRITES_A_MINUTE
    if count > most:
        raise TooManyWrites(seconds, most)
    return Allowance(most, most - count, seconds)


def is_well_formed(text: str) -> bool:
    body = text.removeprefix(PREFIX)
    return (
        text.startswith(PREFIX)
        and len(body) == RANDOM + CHECK
        and body.isascii()
        and body.isalnum()
        and body[RANDOM:] == _check(body[:RANDOM])
    )


def _new_text(token: ApiToken) -> str:
    random = "".join(secrets.choice(LETTERS) for _place in range(RANDOM))
    text = f"{PREFIX}{random}{_check(random)}"
    TokenSecret.objects.create(token=token, digest=_digest(text), beginning=text[: len(PREFIX) + 4])
    return text


def _check(random: str) -> str:
    number, found = crc32(random.encode()), ""
    for _place in range(CHECK):
        number, place = divmod(number, len(LETTERS))
        found = LETTERS[place] + found
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _line(action: DeskAction, token: ApiToken, by: By, **params: object) -> AuditLine:
    return audit.line_of_other(action, KIND, token.pk, token.name, by, **params)
