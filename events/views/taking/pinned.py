"""A permanent link to any view: what the record says now, whatever is published later."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events.public import Moment, present
from events.views.frame import embeddable


@require_safe
@never_cache
def pinned(request: HttpRequest, path: str = "") -> HttpResponse:
    """Redirects to the same view of the record as it stands now, or as of its own moment if it has
    one."""
    language = request.path_info.split("/")[1]
    inside = f"/{language}/{path}/" if path else f"/{language}/"
    if embeddable(inside) is None:
        raise Http404(path)
    query = request.GET.copy()
    try:
        Moment.parse(query.get("as_of", ""))
    except ValueError:
        query["as_of"] = present()
    url = get_script_prefix() + inside.removeprefix("/")
    return HttpResponseRedirect(f"{url}?{query.urlencode(safe=':')}")
