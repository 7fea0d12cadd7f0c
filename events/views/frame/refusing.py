"""The answer to invalid addresses that programs read."""

from django.http import HttpResponse

from events.views.asking import Errors


def refused(errors: Errors) -> HttpResponse:
    """A 400 for programs, and for people who wonder why theirs shows nothing: with the parameter
    names of the address."""
    lines = [f"{name}: {' '.join(said)}\n" for name, said in errors.items()]
    return HttpResponse("".join(lines), status=400, content_type="text/plain; charset=utf-8")
