"""Where a reader takes a page along: in a frame, whose look is chosen and tried here, as a link to
the state of now, or as a picture. It works without scripts: what is chosen is the address."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from events.feeds import element
from events.feeds import frame as frame_code
from events.filters import Takes
from events.public import present
from events.views.asking import Query
from events.views.frame import (
    TAKES,
    Frame,
    Look,
    Page,
    embedded,
    look,
    reader_page,
    split,
)
from events.views.taking import inside
from events.views.taking.pictures import FORMS

# The one control that is no parameter of the frame.
STATE = "state"
NOW = "now"
LIMIT = "limit"
# How many entries a list has, of those offered.
LENGTHS = ("3", "5", "10", "20")


@dataclass(frozen=True)
class TakingControl:
    """A control of the dialogue. `options`: with what they are called, the usual one first; none
    where something is typed."""

    name: str
    label: str
    value: str
    options: list[tuple[str, str]]


@dataclass(frozen=True)
class Dialogue:
    """`page`: its address; `preview`: that of the frame. `unseen`: what is sent along unseen.
    `errors`: what is wrong with what was chosen. `pictures`: their addresses, by format."""

    page: str
    title: str
    unseen: list[tuple[str, str]]
    controls: list[TakingControl]
    errors: list[str]
    preview: str
    code: str
    with_script: str
    pictures: dict[str, str]


@csp_update({"frame-src": ["'self'"]})
@reader_page(Takes(is_list=False, ignores_others=True), costly=True)
def take(request: HttpRequest, query: Query, path: str = "") -> Page | HttpResponse:
    """`path`: of the page that is taken along, below its language."""
    view = inside.taken_view(request, path, STATE)
    if view.tidy:
        return HttpResponseRedirect(view.tidy)
    name, address, chosen = view.match.url_name or "", view.address, view.look
    accepted, state = TAKES[view.match.func].accepted, view.own.get(STATE, "")
    of_page, unseen = list(view.for_page), list(view.for_page)
    if state == NOW and "as_of" not in dict(of_page):
        of_page.append(("as_of", present()))
    framed = look.address(embedded(address), [*of_page, *chosen.pairs])
    absolute = request.build_absolute_uri(framed)
    page = look.address(address, of_page)
    _match, title = inside.titled(request, address, urlencode(of_page))
    part = [pair for pair in chosen.pairs if pair[0] == "show"]
    script = request.build_absolute_uri(reverse("embed-script"))
    controls = list(_controls(chosen, name, accepted, of_page, state))
    shown = {control.name for control in controls}
    content = Dialogue(
        page=page,
        title=title,
        unseen=[pair for pair in unseen if pair[0] not in shown],
        controls=controls,
        errors=list(chosen.errors),
        preview=framed,
        code=str.__str__(frame_code(absolute, title)),
        with_script=str.__str__(element(absolute, title, script)),
        pictures={form.upper(): _picture(address, form, [*of_page, *part]) for form in FORMS},
    )
    frame = Frame.of_nothing(400 if chosen.errors else 200)
    return Page("site/take.html", frame, content)


def _picture(address: str, form: str, pairs: list[tuple[str, str]]) -> str:
    language, below = split(address)
    return look.address(f"{get_script_prefix()}{language}/picture/{form}/{below}", pairs)


def _controls(
    chosen: Look, name: str, accepted: tuple[str, ...], of_page: list[tuple[str, str]], state: str
) -> Iterator[TakingControl]:
    names = {key: str(label) for key, label in look.NAMES.items()}
    themes = [(value, str(label)) for value, label in look.THEMES.items()]
    usual = ("", _("as the reader's device"))
    yield TakingControl("theme", names["theme"], chosen.theme, [usual, *themes])
    parts = [(value, str(label)) for value, label in look.PARTS.get(name, {}).items()]
    if parts:
        yield TakingControl("show", names["show"], chosen.show, [("", _("all of it")), *parts])
    if LIMIT in accepted:
        lengths = [(number, number) for number in LENGTHS]
        usual = ("", _("as many as the page has"))
        yield TakingControl(LIMIT, _("Entries"), dict(of_page).get(LIMIT, ""), [usual, *lengths])
    states = [("", _("always the newest")), (NOW, _("as it is now, whatever is published later"))]
    yield TakingControl(STATE, _("State of the record"), state, states)
    yield TakingControl("accent", names["accent"], chosen.accent, [])
