"""What is said at addresses that programs read, where they cannot be meant."""

from django.http import HttpResponse

from events.views.asking import Errors


def refused(errors: Errors) -> HttpResponse:
    """400, for programs, and for people who look why theirs shows nothing: by the names that an
    address has."""
    lines = [f"{name}: {' '.join(said)}\n" for name, said in errors.items()]
    return HttpResponse("".join(lines), status=400, content_type="text/plain; charset=utf-8")
