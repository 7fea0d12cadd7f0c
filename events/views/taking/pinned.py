"""A permanent link to any view: what the record says now, whatever is published later."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events.public import Moment
from events.views.frame import embeddable


@require_safe
@never_cache
def pinned(request: HttpRequest, path: str = "") -> HttpResponse:
    """Redirects to the same view as of this second, or as of its own moment if it has one."""
    language = request.path_info.split("/")[1]
    inside = f"/{language}/{path}/" if path else f"/{language}/"
    if embeddable(inside) is None:
        raise Http404(path)
    query = request.GET.copy()
    try:
        Moment.parse(query.get("as_of", ""))
    except ValueError:
        query["as_of"] = f"{timezone.now():%Y-%m-%dT%H:%M:%SZ}"
    url = get_script_prefix() + inside.removeprefix("/")
    return HttpResponseRedirect(f"{url}?{query.urlencode(safe=':')}")
