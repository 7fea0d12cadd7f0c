"""The site's own addresses, and one that is broken."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from tracker.urls import *  # noqa: F403
from tracker.urls import urlpatterns as own


def broken(request: HttpRequest, word: str) -> HttpResponse:
    raise ValueError(f"{word} is what somebody typed")


urlpatterns = [path("broken/<str:word>/", broken), *own]
