"""Flags beside the names of states: files of the site, which say nothing that the name does not."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django.templatetags.static import static
from django.urls import get_script_prefix

from events.presenting.wording.texts import Flagged, Text
from events.vocabulary import ActorKind, is_assigned_code


def flagged(name: Text, actor: Mapping[str, Any] | None) -> Text:
    """The name of an actor, with the flag of its state before it.

    `actor`: what a document says of it (`kind`, `country`), as of an entry or on file. Only
    countries have one, and only those whose code on file is assigned today: not parts of states,
    former ones, or a person who speaks for one.
    """
    if actor is None or actor["kind"] != ActorKind.COUNTRY:
        return name
    return flagged_by_code(name, actor["country"])


def flagged_by_code(name: Text, code: str | None) -> Text:
    """The same of an actor that is known to be a country; by no code, the name alone."""
    if not code or not is_assigned_code(code):
        return name

    # No line ends between the two, which only what holds both can say.
    def with_flag() -> str:
        image = _image(code, get_script_prefix())
        return f'<span class="flagged">{image}<span>{name}</span></span>'

    return Flagged.made(name, with_flag)


# A page repeats few states again and again. The prefix is a part of the address of a file.
@lru_cache(maxsize=1000)
def _image(code: str, prefix: str) -> str:
    """Nothing is said by it to who cannot see it; far down a page it is loaded when it comes into
    sight."""
    url = escape(static(f"flags/{code.lower()}.svg"))
    return f'<img class="flag" src="{url}" alt="" width="18" height="12" loading="lazy">'
