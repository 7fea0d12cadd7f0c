"""Tokens by the API: those of one's own account are listed, made, given another text, revoked."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from events import desk
from events.api import ProblemDetails
from events.models import ApiToken
from events.public import timestamp
from events.vocabulary import Scope
from events.writing.describing import Operation
from events.writing.endpoint import WritingEndpoint, answered, body_of, require_scope


class TokenList(WritingEndpoint):
    operations: ClassVar[Mapping[str, Operation]] = {
        "GET": Operation(
            "Tokens of this account", "Those that are over, too. No text is shown.", "TokenList"
        ),
        "POST": Operation(
            "A new token",
            "It can have no scope that the token of this request has not. Its text is in this "
            "answer and nowhere else.",
            "NewToken",
            Scope.MANAGE,
            "TokenWanted",
            201,
        ),
    }

    def get(self, request: HttpRequest, token: ApiToken) -> HttpResponse:
        found = desk.tokens_of(token.account)
        return answered(200, {"results": [told(one, token) for one in found]})

    def post(self, request: HttpRequest, token: ApiToken) -> HttpResponse:
        sent = body_of(request, {"name": str, "scopes": list, "expires_at": (str, type(None))})
        scopes = sent.get("scopes", [])
        if wrong := [one for one in scopes if not isinstance(one, str)]:
            raise ValidationError({"scopes": _("Names only, not %(wrong)r.") % {"wrong": wrong[0]}})
        if beyond := sorted(set(scopes) & set(Scope.values) - set(token.scopes)):
            message = _("The token of this request does not have: %(scopes)s.")
            raise ValidationError({"scopes": message % {"scopes": ", ".join(beyond)}})
        made, text = desk.make_token(
            token.account,
            sent.get("name", ""),
            scopes,
            by=token.account,
            expires_at=_time(sent.get("expires_at")),
        )
        return answered(201, {**told(made, token), "token": text}, Location=_address(made))


class TokenDetail(WritingEndpoint):
    operations: ClassVar[Mapping[str, Operation]] = {
        "GET": Operation("One token", "Without its text.", "Token", problems=(404,)),
        "DELETE": Operation(
            "Revoke a token",
            "Nobody can use it any more, at once. Every token may revoke itself; others of the "
            "account need the scope `manage`. It stays in the list.",
            problems=(404,),
            status=204,
        ),
    }

    def get(self, request: HttpRequest, token: ApiToken, id: int) -> HttpResponse:  # noqa: A002
        return answered(200, told(own(token, id), token))

    def delete(self, request: HttpRequest, token: ApiToken, id: int) -> HttpResponse:  # noqa: A002
        desk.revoke_token(_of_mine(token, id), by=token.account)
        return HttpResponse(status=204)


class TokenRotation(WritingEndpoint):
    operations: ClassVar[Mapping[str, Operation]] = {
        "POST": Operation(
            "Another text for a token",
            "The text of now works on for `overlap_hours`, so that nothing stops while the new one "
            "is put in its place; never more than two work. Every token may do this for itself; "
            "others of the account need the scope `manage`.",
            "NewToken",
            takes="RotationWanted",
            problems=(404,),
        ),
    }

    def post(self, request: HttpRequest, token: ApiToken, id: int) -> HttpResponse:  # noqa: A002
        sent = body_of(request, {"overlap_hours": int})
        hours = sent.get("overlap_hours", desk.OVERLAP // timedelta(hours=1))
        if isinstance(hours, bool) or not 0 <= hours <= desk.LONGEST_OVERLAP // timedelta(hours=1):
            raise ValidationError({"overlap_hours": _("A whole number from 0 to 720.")})
        held = _of_mine(token, id)
        text = desk.rotate_token(held, by=token.account, overlap=timedelta(hours=hours))
        return answered(200, {**told(own(token, id), token), "token": text})


def told(one: ApiToken, current: ApiToken) -> dict[str, Any]:
    now = timezone.now()
    texts = [text for text in one.secrets.all() if text.ends_at is None or text.ends_at > now]
    return {
        "id": one.pk,
        "name": one.name,
        "scopes": one.scopes,
        "beginnings": [text.beginning for text in sorted(texts, key=lambda text: text.pk)],
        "made_at": timestamp(one.made_at),
        "expires_at": one.expires_at and timestamp(one.expires_at),
        "revoked_at": one.revoked_at and timestamp(one.revoked_at),
        "last_used_at": one.last_used_at and timestamp(one.last_used_at),
        "current": one.pk == current.pk,
    }


def own(token: ApiToken, id: int) -> ApiToken:  # noqa: A002
    """One of the same account. Of others, nobody is told whether they exist."""
    if found := desk.tokens_of(token.account).filter(pk=id).first():
        return found
    raise ProblemDetails(404, _("This account has no such token."), code="token_not_found")


def _of_mine(token: ApiToken, id: int) -> ApiToken:  # noqa: A002
    found = own(token, id)
    if found.pk != token.pk:
        require_scope(token, Scope.MANAGE)
    return found


def _time(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        message = _("A time with its zone, as in “2027-01-31T12:00:00Z”.")
        raise ValidationError({"expires_at": message})
    return found


def _address(token: ApiToken) -> str:
    return f"/api/v1/tokens/{token.pk}/"
