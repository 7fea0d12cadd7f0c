"""Cookies are the desk's: whatever is public neither reads nor sets one, so that any cache can keep
it for everybody."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

# Below this, editors are logged in.
DESK = "/admin/"


class DeskOnly:
    """Middleware that takes the cookies from requests to anything but the desk.

    A browser sends those of the desk nowhere else, but has others: of an earlier release, of
    another site below the same name.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(DESK):
            return self.get_response(request)
        request.COOKIES = {}
        response = self.get_response(request)
        # Django's redirect to a language would look at a cookie, if it had one.
        varies = [name.strip() for name in response.get("Vary", "").split(",")]
        if "Cookie" in varies:
            response.headers["Vary"] = ", ".join(name for name in varies if name != "Cookie")
        return response
