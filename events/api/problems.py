"""Errors as the API reports them: problem details (RFC 9457), in the reader's language."""

from typing import Any

import orjson
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import public

# What programs can tell problems apart by: these never change, whereas sentences may.
CODES = {
    400: "invalid",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    409: "other_log",
    410: "withdrawn",
    500: "internal",
    503: "not_now",
}
MEDIA_TYPE = "application/problem+json"


class ProblemDetails(Exception):
    """An answer other than the one asked for. `code`: what programs know it by, if that is not what
    all answers with this status have; `members`: what its body has beyond the usual."""

    def __init__(
        self,
        status: int,
        detail: str,
        headers: dict[str, str] | None = None,
        code: str = "",
        **members: Any,
    ) -> None:
        self.status = status
        self.code = code
        self.detail = detail
        self.headers = headers or {}
        self.members = members
        super().__init__(detail)

    def response(self) -> HttpResponse:
        body = {
            "type": "about:blank",
            "code": self.code or CODES.get(self.status, "other"),
            "title": _titles()[self.status],
            "status": self.status,
            "detail": self.detail,
            **self.members,
        }
        return HttpResponse(
            orjson.dumps(body),
            status=self.status,
            content_type=MEDIA_TYPE,
            headers={
                "Cache-Control": "no-store",
                "Content-Language": get_language() or "",
                "Vary": "Accept-Language",
                **self.headers,
            },
        )


def problem_of(error: Exception) -> ProblemDetails:
    """What to tell the reader about an exception; if it was unforeseen, nothing but that."""
    if isinstance(error, ProblemDetails):
        return error
    if isinstance(error, public.InvalidParameters):
        detail = _("Some parameters are invalid; “errors” says which and why.")
        return ProblemDetails(400, detail, code="invalid_parameters", errors=error.errors)
    if isinstance(error, public.OtherLog):
        return _of_other_log(error)
    if isinstance(error, public.Gone):
        since = public.timestamp(error.since)
        if error.is_redacted:
            detail = _("What “%(slug)s” said was redacted.") % {"slug": error.slug}
            return ProblemDetails(410, detail, code="redacted", redacted_at=since, note=error.note)
        detail = _("“%(slug)s” was withdrawn from the record.") % {"slug": error.slug}
        return ProblemDetails(410, detail, withdrawn_at=since, note=error.note)
    if isinstance(error, public.Missing):
        return ProblemDetails(404, _("Nothing public has this name."), code="unknown_name")
    if reason := public.reason_of(error):
        return ProblemDetails(503, reason.for_readers, headers={"Retry-After": reason.RETRY_AFTER})
    if isinstance(error, Http404):
        return ProblemDetails(404, _("There is nothing at this address."))
    if isinstance(error, SuspiciousOperation):
        return ProblemDetails(400, _("The request cannot be understood."))
    return ProblemDetails(500, _("Something went wrong on our side. It has been logged."))


def _of_other_log(error: public.OtherLog) -> ProblemDetails:
    told = {"seq": error.seq, "end": error.end}
    if error.is_late:
        detail = _(
            "This server has the record up to %(end)d, and you ask for %(seq)d: it is a moment "
            "behind another one. Ask again."
        )
        return ProblemDetails(503, detail % told, headers={"Retry-After": "1"}, code="behind")
    if error.seq > error.end:
        detail = _(
            "The log ends at %(end)d, and you ask for %(seq)d. If you have had that from here, an "
            "earlier copy of the record has taken its place: read all of it again."
        )
    else:
        detail = _(
            "The version %(seq)d of the log is not the one that you had. An earlier copy of the "
            "record has taken its place and gone on from there: read all of it again."
        )
    return ProblemDetails(409, detail % told, log=str(public.log_id()), last_seq=error.end)


def _titles() -> dict[int, str]:
    return {
        400: _("Bad request"),
        401: _("Not signed in"),
        403: _("Not allowed"),
        404: _("Not found"),
        405: _("Method not allowed"),
        406: _("Not acceptable"),
        409: _("Conflict"),
        410: _("Gone"),
        413: _("Too large"),
        415: _("Unsupported media type"),
        422: _("Cannot be processed"),
        428: _("Condition missing"),
        429: _("Too many requests"),
        500: _("Internal server error"),
        503: _("Service unavailable"),
    }
