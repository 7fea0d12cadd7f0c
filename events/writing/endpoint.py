"""What all addresses that need a token have in common: who asks, what they may, what they send."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import orjson
from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _

from events import desk
from events.api import JSON, Described, ProblemDetails
from events.models import ApiToken
from events.vocabulary import Scope
from events.writing.describing import Operation, WritingSchema

REALM = 'Bearer realm="api"'
# How many bytes a request may have, and how deep what is in it may be nested.
LARGEST = 1_000_000
DEEPEST = 20
READS = ("GET", "HEAD")


class WritingEndpoint(Described):
    """An address for those who have a token. A subclass has a method for each of its `operations`,
    which is given the request, the token and what the path has."""

    schema = WritingSchema()
    operations: ClassVar[Mapping[str, Operation]] = {}

    def dispatch(self, request: HttpRequest, *args: Any, **path: Any) -> HttpResponse:
        allowed = ", ".join(["OPTIONS", *self.operations])
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=_preflight(allowed))
        method = "GET" if request.method == "HEAD" else str(request.method)
        if method not in self.operations:
            detail = _("This address takes: %(methods)s.") % {"methods": allowed}
            raise ProblemDetails(405, detail, headers={"Allow": allowed})
        token = who_asks(request)
        if scope := self.operations[method].scope:
            require_scope(token, scope)
        headers = {"Cache-Control": "no-store", "Vary": "Authorization"}
        if method not in READS:
            headers |= _allowance(_counted(token))
        answer: Callable[..., HttpResponse] = getattr(self, method.lower())
        try:
            with desk.by_token(token.name, token.pk):
                response = answer(request, token, **path)
        except PermissionDenied as error:
            detail = str(error) or _("This account may not do that.")
            raise ProblemDetails(403, detail, headers, code="not_allowed") from error
        except ValidationError as error:
            raise invalid(error, headers) from error
        except ProblemDetails as problem:
            problem.headers = headers | problem.headers
            raise
        for name, value in headers.items():
            response.headers[name] = value
        return response


def who_asks(request: HttpRequest) -> ApiToken:
    """The token in the header `Authorization`. Raises problem details 401, which say why."""
    scheme, _space, text = request.headers.get("Authorization", "").strip().partition(" ")
    if scheme.lower() != "bearer" or not text.strip():
        detail = _("This address needs a token, in a header “Authorization: Bearer dipl_…”.")
        raise ProblemDetails(401, detail, {"WWW-Authenticate": REALM}, code="token_missing")
    try:
        return desk.token_shown(text.strip())
    except desk.TokenRefused as refused:
        challenge = f'{REALM}, error="invalid_token", error_description="{refused.why}"'
        raise ProblemDetails(
            401, refused.message, {"WWW-Authenticate": challenge}, code=str(refused.why)
        ) from refused


def require_scope(token: ApiToken, scope: Scope) -> None:
    """Raises problem details 403 where the token is not for that, or its account no longer may."""
    challenge = {"WWW-Authenticate": f'{REALM}, error="insufficient_scope", scope="{scope.value}"'}
    if scope not in token.scopes:
        detail = _("The token does not have the scope “%(scope)s”.") % {"scope": scope.value}
        raise ProblemDetails(403, detail, challenge, code="scope_missing", scope=scope.value)
    if not desk.may_have(token.account, scope):
        detail = _("The account of the token may not do that any more: “%(scope)s”.")
        raise ProblemDetails(
            403, detail % {"scope": scope.value}, challenge, code="right_missing", scope=scope.value
        )


def body_of(request: HttpRequest, members: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    """The JSON object that was sent, with these members at most. Raises problem details."""
    kind = request.content_type
    charset = request.content_params.get("charset", "utf-8") if request.content_params else "utf-8"
    if kind != JSON or charset.lower() not in ("utf-8", "utf8"):
        detail = _("The body has to be JSON in UTF-8: “Content-Type: application/json”.")
        raise ProblemDetails(415, detail, {"Accept-Post": JSON}, code="not_json")
    try:
        raw = request.body
    except RequestDataTooBig:
        raw = b" " * (LARGEST + 1)
    except (UnreadablePostError, OSError):
        detail = _("The request ended in the middle.")
        raise ProblemDetails(400, detail, code="cut_off") from None
    if len(raw) > LARGEST:
        detail = _("The body may have %(most)d bytes.") % {"most": LARGEST}
        raise ProblemDetails(413, detail, code="too_large")
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        detail = _("The body is no JSON: %(error)s.") % {"error": error}
        raise ProblemDetails(400, detail, code="not_json") from None
    if not isinstance(found, dict):
        raise ProblemDetails(400, _("The body has to be an object."), code="not_an_object")
    wrong = {name: _("There is no such member.") for name in found if name not in members}
    for name, types in members.items():
        if name in found and not isinstance(found[name], types):
            wrong[name] = _("This has the wrong type.")
    if wrong:
        raise ProblemDetails(422, _("Some members are invalid."), code="invalid", errors=wrong)
    return found


def invalid(error: ValidationError, headers: dict[str, str]) -> ProblemDetails:
    """What is wrong, by the name of the member."""
    if hasattr(error, "error_dict"):
        errors = {name: " ".join(said) for name, said in error.message_dict.items()}
        detail = _("Some members are invalid; “errors” says which and why.")
        return ProblemDetails(422, detail, headers, code="invalid", errors=errors)
    return ProblemDetails(422, " ".join(error.messages), headers, code="invalid")


def answered(status: int, body: object, **headers: str) -> HttpResponse:
    return HttpResponse(orjson.dumps(body), status=status, content_type=JSON, headers=headers)


def _counted(token: ApiToken) -> desk.Allowance:
    try:
        return desk.count_write(token)
    except desk.TooManyWrites as many:
        detail = _("A token may write %(most)d times a minute.") % {"most": many.most}
        headers = _allowance(desk.Allowance(many.most, 0, many.seconds))
        headers["Retry-After"] = str(many.seconds)
        raise ProblemDetails(429, detail, headers, code="too_many_writes") from many


def _allowance(allowance: desk.Allowance) -> dict[str, str]:
    """As the working group HTTPAPI has it (draft-ietf-httpapi-ratelimit-headers)."""
    return {
        "RateLimit-Policy": f'"writes";q={allowance.most};w=60',
        "RateLimit": f'"writes";r={allowance.left};t={allowance.seconds}',
    }


def _preflight(allowed: str) -> dict[str, str]:
    return {
        "Allow": allowed,
        "Access-Control-Allow-Methods": allowed,
        "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type",
        "Access-Control-Max-Age": "86400",
    }
