"""The readers' templates (Jinja, in `templates/pages`): what they can call besides their context.

The desk's templates are Django's own, because those of its admin are.
"""

from functools import lru_cache
from typing import Any

from django.templatetags.static import static
from django.utils import translation
from django.utils.translation import get_language, gettext, ngettext, pgettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from events.filters import LONGEST_QUERY
from events.presenting.kept import kept_up_to
from events.presenting.lists import listed
from events.presenting.parts import number_worded
from events.presenting.wording import moment_worded, path_to, text
from events.views.frame import masthead, sharing
from events.views.frame.embed import is_framed
from events.views.frame.look import look_of


def environment(**options: Any) -> Environment:
    """For Django's backend. A name in a template that the page does not provide is an error."""
    made = Environment(  # noqa: S701 - the backend's options have `autoescape`
        **options | {"undefined": StrictUndefined, "extensions": ["jinja2.ext.i18n"]}
    )
    made.globals |= {
        "_": _translated,
        "gettext": _translated,
        "pgettext": _translated_in_context,
        "ngettext": ngettext,
        "language": get_language,
        "from_right": _from_right,
        "longest_query": LONGEST_QUERY,
        "static": static,
        "path_to": path_to,
        "is_framed": is_framed,
        "look_of": look_of,
        "addresses": masthead.addresses,
        "moment_control": masthead.moment_control,
        "taking": sharing.taking,
        "preview_image": sharing.preview_image,
        "sharing": sharing.sharing,
        "kept_up_to": kept_up_to,
        "calendar_size": sharing.calendar_size,
        "territory": sharing.territory,
        "other_territories": sharing.other_territories,
    }
    made.filters |= {
        "listed": listed,
        "moment": moment_worded,
        "number": number_worded,
        "one_line": _one_line,
        "text": text,
    }
    return made


def _from_right() -> bool:
    """Is the reader's language written from right to left?"""
    return translation.get_language_bidi()


def _translated(message: str) -> Markup:
    return _found(message, "", get_language())


def _translated_in_context(context: str, message: str) -> Markup:
    return _found(message, context, get_language())


# A page has some sixty texts of its own, the same for every reader of its language. They are ours,
# so they may contain markup.
@lru_cache(maxsize=4096)
def _found(message: str, context: str, language: str | None) -> Markup:
    return Markup(pgettext(context, message) if context else gettext(message))  # noqa: S704


def _one_line(text: Markup) -> Markup:
    """What a block says, without the white space of the template around it."""
    return Markup(" ").join(text.split())
