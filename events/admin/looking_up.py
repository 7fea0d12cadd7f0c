"""What answers while somebody types the name of a record that they mean."""

from typing import Any

from django.contrib.admin.sites import site
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from events import languages
from events.desk import lookup
from events.models import Source

WHYS = {
    lookup.Fit.SAME: "",
    lookup.Fit.CODE: gettext_lazy("code"),
    lookup.Fit.ALIAS: gettext_lazy("another name"),
    lookup.Fit.BEGINS: gettext_lazy("begins so"),
    lookup.Fit.ALIAS_BEGINS: gettext_lazy("another name begins so"),
    lookup.Fit.WORD: gettext_lazy("a word of it"),
    lookup.Fit.WORD_BEGINS: gettext_lazy("a word begins so"),
    lookup.Fit.WORDS: "",
    lookup.Fit.LIKE: gettext_lazy("spelt almost so"),
}


@require_GET
def look_up(request: HttpRequest, model_name: str) -> JsonResponse:
    """`?text=…` as what it may mean. `meant`: the one that it stands for; `ready`: the first line
    may be taken without pointing at it, because it does not rest on likeness or one of several
    names that are the same."""
    model = _model(model_name)
    if not site.get_model_admin(model).has_view_or_change_permission(request):
        raise PermissionDenied
    text = request.GET.get("text", "")
    found = lookup.find(model, text)
    return JsonResponse(
        {
            "text": text,
            "lines": [_line(match) for match in found.matches],
            "meant": found.meant.key if found.meant else None,
            "ready": _is_ready(found),
            "said": _said(found),
            "add": _beginning(model, found.text),
        }
    )


def _model(name: str) -> type[Model]:
    for model in site._registry:
        if model._meta.model_name == name and lookup.is_looked_up(model):
            return model
    raise Http404


def _line(match: lookup.Candidate) -> dict[str, Any]:
    return {
        "key": match.key,
        "label": match.label,
        "beside": " · ".join(match.beside),
        "why": str(WHYS[match.why]),
    }


def _is_ready(found: lookup.LookedUp) -> bool:
    if not found.text or not found.matches:
        return False
    first = found.matches[0].why
    alike = [match for match in found.matches if match.why == first]
    return first != lookup.Fit.LIKE and not (first in lookup.WHOLE and len(alike) > 1)


def _said(found: lookup.LookedUp) -> str:
    if not found.matches:
        return _("Nothing on file is called like this.") if found.text else ""
    if found.total <= len(found.matches):
        return ""
    params = {"shown": len(found.matches), "total": found.total}
    if found.is_all:
        return _("%(shown)d of %(total)d: write on.") % params
    return _("%(shown)d of many: write on.") % params


def _beginning(model: type[Model], text: str) -> dict[str, str]:
    """With what the form of a new record begins."""
    if model is Source:
        return {"url" if lookup.one_spelling(text) and " " not in text else "title": text}
    return {f"name_{languages.active()}": text}


def urls() -> list[URLPattern]:
    return [path("look-up/<slug:model_name>/", site.admin_view(look_up), name="events_look_up")]
