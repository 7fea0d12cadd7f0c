"""What whoever embeds a page can ask of the frame beside the filters of the page: light or dark, a
colour for its links, and a part of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.filters import Lazy
from events.presenting.parts import number_worded
from events.presenting.wording import path_to
from events.views.frame.accents import READABLE, hexadecimal, lowest, schemes

THEME, ACCENT, SHOW = "theme", "accent", "show"
NAMES: Mapping[str, Lazy] = {
    THEME: gettext_lazy("Light or dark"),
    ACCENT: gettext_lazy("Colour of links"),
    SHOW: gettext_lazy("Part of the page"),
}
THEMES: Mapping[str, Lazy] = {
    "light": gettext_lazy("always light"),
    "dark": gettext_lazy("always dark"),
}
# The parts that can stand for a page, by the name of the page.
PARTS: Mapping[str, Mapping[str, Lazy]] = {
    "timeline": {
        "drawing": gettext_lazy("the drawing alone"),
        "list": gettext_lazy("the list alone"),
    },
    "positions": {"table": gettext_lazy("the table alone")},
    "entry": {"brief": gettext_lazy("in brief, with its sources")},
}
SCREEN = "screen"
OF_SCHEME = "screen and (prefers-color-scheme: {})"

Given = list[tuple[str, str]]


@dataclass(frozen=True)
class StyleSheet:
    url: str
    media: str


@dataclass(frozen=True)
class Look:
    """Empty where nothing valid was asked for. `errors`: what is wrong, in words."""

    theme: str = ""
    accent: str = ""
    show: str = ""
    errors: tuple[str, ...] = ()

    @property
    def colour_scheme(self) -> str:
        return self.theme or "light dark"

    @property
    def pairs(self) -> Given:
        asked = ((THEME, self.theme), (ACCENT, self.accent), (SHOW, self.show))
        return [(name, value) for name, value in asked if value]

    @property
    def sheets(self) -> list[StyleSheet]:
        """The colours of the page that are not those of everybody: those on a dark ground, and the
        accent."""
        dark = static("site/dark.css")
        found = {
            "": [StyleSheet(dark, OF_SCHEME.format("dark"))],
            "light": [],
            "dark": [StyleSheet(dark, SCREEN)],
        }[self.theme]
        if self.accent:
            url = path_to("accent", self.accent)
            found += [
                StyleSheet(url, SCREEN if self.theme else OF_SCHEME.format(scheme))
                for scheme in schemes(self.accent)
                if self.theme in ("", scheme)
            ]
        return found

    @classmethod
    def read(cls, given: Given, page: str) -> "Look":
        """`given`: the values of the address by name; `page`: the name of the page."""
        errors: list[str] = []
        theme = _one_of(THEME, given, THEMES, errors)
        show = _one_of(SHOW, given, PARTS.get(page, {}), errors)
        return cls(theme, _accent(given, theme, errors), show, tuple(errors))


USUAL = Look()


def look_of(request: HttpRequest) -> Look:
    """The one in which a page is made; that of pages that are in no frame is the usual one."""
    look: Look = getattr(request, "look", USUAL)
    return look


def taken(page: str) -> tuple[str, ...]:
    """What the frame of this page takes."""
    return (THEME, ACCENT, SHOW) if page in PARTS else (THEME, ACCENT)


def parted(pairs: Iterable[tuple[str, str]], page: str) -> tuple[Given, Given]:
    """What is for the frame, and what is for the page in it. A colour stands in one form."""
    for_frame: Given = []
    for_page: Given = []
    for name, value in pairs:
        if name not in NAMES:
            for_page.append((name, value))
        elif name in taken(page) and value.strip():
            said = value.strip()
            for_frame.append((name, (hexadecimal(said) or said) if name == ACCENT else said))
    return for_frame, for_page


def address(path: str, pairs: Given) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _one_of(name: str, given: Given, labels: Mapping[str, Lazy], errors: list[str]) -> str:
    values = [value for key, value in given if key == name]
    if not values:
        return ""
    if len(values) == 1 and values[0] in labels:
        return values[0]
    offered = ", ".join(str(label) for label in labels.values())
    errors.append(
        _("%(name)s: there is no “%(value)s”. Possible: %(offered)s.")
        % {"name": NAMES[name], "value": values[-1][:40], "offered": offered}
    )
    return ""


def _accent(given: Given, theme: str, errors: list[str]) -> str:
    values = [value for key, value in given if key == ACCENT]
    if not values:
        return ""
    colour = hexadecimal(values[-1]) if len(values) == 1 else ""
    said = {"name": NAMES[ACCENT], "value": values[-1][:40]}
    if not colour:
        errors.append(
            _("%(name)s: “%(value)s” is no colour. Write six digits, such as 0b4a86.") % said
        )
        return ""
    if {theme} & {"", *schemes(colour)} and schemes(colour):
        return colour
    best = max(lowest(colour, scheme) for scheme in ([theme] if theme else THEMES))
    errors.append(
        _(
            "%(name)s: text in #%(value)s could not be read. Its contrast to the ground is"
            " %(contrast)s, and %(needed)s is needed."
        )
        % {
            **said,
            "contrast": number_worded(round(best, 1)),
            "needed": number_worded(READABLE),
        }
    )
    return ""
