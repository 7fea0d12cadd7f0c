"""A page as its view returns it, and the one place that makes a response of it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events.public import Kept
from events.views.frame.frame import Frame

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# What a template shows, by the names that it uses: the members of a dataclass, or keys.
Content: TypeAlias = "Mapping[str, object] | DataclassInstance"


@dataclass(frozen=True)
class Page:
    """`template`: its name in `templates/pages`."""

    template: str
    frame: Frame
    content: Content


@dataclass(frozen=True)
class Fragment:
    """A part of a page, which a script puts into the page already shown."""

    template: str
    content: Content


def show(request: HttpRequest, made: Page | Fragment, kept: Kept | None = None) -> HttpResponse:
    """`kept`: up to when the record is kept, for the foot of the page."""
    context = _by_name(made.content)
    if isinstance(made, Fragment):
        return render(request, made.template, context)
    around = {"frame": made.frame, "kept": kept}
    return render(request, made.template, context | around, status=made.frame.status)


def _by_name(content: Content) -> dict[str, object]:
    if is_dataclass(content):
        return {field.name: getattr(content, field.name) for field in fields(content)}
    return dict(content)
