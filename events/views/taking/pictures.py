"""A view as a picture to keep, with whose it is and as of when below it."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import public
from events.filters import Takes
from events.presenting.kept import kept_up_to
from events.presenting.previews import lines_of, pictures
from events.presenting.wording import as_of_worded, day_worded
from events.public import Moment
from events.views.asking import Query
from events.views.frame import look, reader_page
from events.views.taking import inside

# The type of the picture, by its name in an address.
FORMS = {"png": "image/png", "svg": "image/svg+xml"}


@reader_page(Takes(is_list=False, ignores_others=True), costly=True)
def picture(request: HttpRequest, query: Query, form: str, path: str = "") -> HttpResponse:
    """`path`: of the page, below its language. What a frame of it would show is drawn."""
    view = inside.taken_view(request, path)
    if form not in FORMS:
        raise Http404(form)
    if view.tidy:
        return HttpResponseRedirect(view.tidy)
    match, shown, for_page = view.match, view.look, view.for_page
    asked = inside.request_for(request, view.address, urlencode(for_page), match)
    asked.embedded, asked.look = True, shown  # type: ignore[attr-defined]
    made = match.func(asked, *match.args, **match.kwargs)
    if made.status_code != 200 or shown.errors:
        raise Http404(path)
    page = request.build_absolute_uri(look.address(view.address, for_page))
    layout = pictures.laid_out(
        lines_of(made.text),
        [_credit(dict(for_page).get("as_of", "")), page],
        _("… and more there."),
    )
    title = inside.title_of(made)
    body = (
        pictures.as_png(layout)
        if form == "png"
        else pictures.as_svg(layout, title, get_language() or "")
    )
    response = HttpResponse(body, content_type=FORMS[form])
    name = (path.strip("/") or "front").replace("/", "-")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.{form}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _credit(as_of: str) -> str:
    """Whose it is, and as of when."""
    site = _("Record of diplomacy")
    if as_of:
        return _("%(site)s, as of %(day)s") % {
            "site": site,
            "day": as_of_worded(Moment.parse(as_of)),
        }
    drawn = _("%(site)s, taken on %(day)s.") % {
        "site": site,
        "day": day_worded(timezone.localdate()),
    }
    return " ".join([drawn, *kept_up_to(public.kept())])
