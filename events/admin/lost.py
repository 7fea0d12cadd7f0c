"""What is sent to the desk and cannot be taken, because a log-in has ended: it is kept in the page
that says so, and can be sent again. Nothing of it is saved by that: it is shown in its form."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from tracker.cookies import DESK

# A form of the desk has this: the name of its page.
PAGE = "_page"
# What was sent is to be shown in its form, and not saved.
SHOW = "_show"
BUTTONS = ("_save", "_continue", "_addanother", "_publish", "_saveasnew", "_preview")
LEFT_OUT = {"csrfmiddlewaretoken", SHOW, *BUTTONS}
# What browsers say of what comes from a page of another site.
FOREIGN = {"cross-site", "same-site"}


class KeptWithoutLogIn:
    """Middleware: a form of the desk that comes without a log-in is not lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if request.method != "POST" or not request.path_info.startswith(DESK):
            return None
        if request.user.is_authenticated or not is_form(request):
            return None
        said = _("Your log-in has ended. What you typed is kept on this page.")
        return page(request, said, 401)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For a page that was opened under another log-in, or in a browser without cookies."""
    if is_form(request) and request.headers.get("Sec-Fetch-Site") not in FOREIGN:
        said = _("You have logged in anew since this page was opened. What you typed is kept.")
        return page(request, said, 403)
    said = _("This page was opened under another log-in, or your browser sends no cookies.")
    return page(request, said, 403, with_text=False)


def is_form(request: HttpRequest) -> bool:
    """Is this the form of a record?"""
    if PAGE not in request.POST:
        return False
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return False
    return match.app_name == "admin" and (match.url_name or "").endswith(("_add", "_change"))


def typed(sent: QueryDict) -> QueryDict:
    """What was typed into a form, without its buttons."""
    found = sent.copy()
    for name in LEFT_OUT:
        found.pop(name, None)
    return found


def _is_logged_in(request: HttpRequest) -> bool:
    """Nobody is, for the page either, while the database does not answer."""
    try:
        return bool(request.user.is_authenticated)
    except DatabaseError:
        request.user = AnonymousUser()
        return False


def page(request: HttpRequest, said: str, status: int, with_text: bool = True) -> HttpResponse:
    # The name under which the cookie is asked for, so that the form can be sent again.
    get_token(request)
    fields = (
        [(name, value) for name, values in typed(request.POST).lists() for value in values]
        if with_text
        else []
    )
    context = {
        "title": _("Nothing is lost"),
        "said": said,
        "fields": fields,
        "show": SHOW,
        "path": request.get_full_path(),
        "log_in": settings.LOGIN_URL,
        "is_logged_in": _is_logged_in(request),
        "has_files": bool(request.FILES) if with_text else False,
        "site_title": _("Editors’ desk"),
        "site_header": _("Editors’ desk"),
    }
    answer = TemplateResponse(request, "admin/events/lost.html", context, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer.render()
