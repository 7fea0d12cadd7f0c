"""Forms that are open: what is typed is kept, and shown again; and who else has one open."""

from typing import Any
from uuid import UUID, uuid4

from django import template
from django.apps import apps
from django.contrib import messages
from django.contrib.admin.sites import site
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events import desk
from events.admin.base import page_of
from events.admin.history import who
from events.admin.lost import PAGE, SHOW, typed
from events.admin.states import moment
from events.desk import Right
from events.models import Entry, OpenForm, Reference

register = template.Library()

KEPT = "kept"
# Of more digits is no key of a row.
LONGEST_KEY = 19


def account(request: HttpRequest) -> User:
    """Whose page it is: nobody else sees one of the desk."""
    assert isinstance(request.user, User)
    return request.user


def token_of(text: Any) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep what is typed into a form (`text`), or note that it is open; say who else has it open.
    With `away`, forget it."""
    token, kind = token_of(request.POST.get("token")), request.POST.get("kind", "")
    key = request.POST.get("key", "0")
    models = apps.get_app_config("events").get_models()
    model = next((one for one in models if name(one) == kind), None)
    if token is None or model is None or not issubclass(model, Entry | Reference):
        return JsonResponse({"error": _("This is no form of the desk.")}, status=400)
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        return JsonResponse({"error": _("This is no form of the desk.")}, status=400)
    if "away" in request.POST:
        desk.open_forms.let_go(token, account(request))
        back = request.POST.get("next", "")
        if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
            return HttpResponseRedirect(back)
        return JsonResponse({})
    if not desk.may(request.user, Right.CHANGE if int(key) else Right.ADD, model):
        return JsonResponse({"error": _("This account may not change this.")}, status=403)
    try:
        desk.open_forms.keep(token, account(request), kind, int(key), request.POST.get("text"))
    except desk.open_forms.TooLong:
        return JsonResponse({"error": _("This is too long to be kept.")}, status=413)
    thing = model._default_manager.filter(pk=int(key)).first()
    return JsonResponse({"others": others(thing, request.user) if thing else ""})


def name(model: Any) -> str:
    return str(model._meta.model_name)


def others(thing: Any, account: Any) -> str:
    """Who else has a record open, as a sentence; empty if nobody has."""
    found = desk.open_forms.present(thing, account)
    if not found:
        return ""
    names = [
        _("%(who)s, with something not saved") % {"who": who(one.account)}
        if one.has_typed
        else who(one.account)
        for one in found
    ]
    return _("Also open with: %(names)s.") % {"names": "; ".join(names)}


def urls() -> list[URLPattern]:
    return [path("open-form/", site.admin_view(keep), name="events_open_form")]


class KeepingPage:
    """Mixed into the admin of a record: the page has a name by which what is typed is kept."""

    def to_show(self: Any, request: HttpRequest) -> QueryDict | None:
        """What is to be shown in the form and not saved: what was typed before."""
        if request.method == "POST":
            return typed(request.POST) if SHOW in request.POST else None
        token = token_of(request.GET.get(KEPT, ""))
        form = token and desk.open_forms.kept(account(request)).filter(token=token).first()
        if not form:
            return None
        found = QueryDict(form.text, mutable=True)
        found[PAGE] = str(form.token)
        return typed(found)

    def show(self: Any, request: HttpRequest, text: QueryDict) -> None:
        """Let the page be made as if this was sent, and save nothing."""
        request.method = "POST"
        request.POST = text  # type: ignore[assignment]
        request.__dict__["shows_kept"] = True
        said = _("This is what you had typed. It is not saved yet.")
        messages.warning(request, said)

    def kept_context(self: Any, request: HttpRequest, object_id: str | None) -> dict[str, Any]:
        """What the page says of forms that are open."""
        key = _key(object_id)
        kind = name(self.model)
        mine = request.POST.get(PAGE) or str(uuid4())
        kept = desk.open_forms.kept(account(request)).filter(kind=kind, key=key)
        thing = self.model._default_manager.filter(pk=key).first() if key else None
        return {
            "page_token": mine,
            "page_kind": kind,
            "page_key": str(key),
            "shows_kept": "shows_kept" in request.__dict__,
            "kept_forms": [
                (str(form.token), moment(form.typed_at))
                for form in kept
                if form.typed_at and str(form.token) != mine
            ],
            "others": others(thing, request.user) if thing else "",
        }


@register.simple_tag
def not_saved(account: Any) -> list[dict[str, str]]:
    """What somebody has typed and not saved, each with the page on which it is shown again."""
    return [_listed(form) for form in desk.open_forms.kept(account)[:20] if form.typed_at]


def _listed(form: OpenForm) -> dict[str, str]:
    model: Any = apps.get_model("events", form.kind)
    thing = model._default_manager.filter(pk=form.key).first() if form.key else None
    address = page_of(thing) if thing else reverse(f"admin:events_{form.kind}_add")
    called = str(thing) if thing else _("New: %(kind)s") % {"kind": model._meta.verbose_name}
    assert form.typed_at is not None
    return {
        "name": called,
        "page": f"{address}?{KEPT}={form.token}",
        "time": moment(form.typed_at),
    }


def _key(object_id: str | None) -> int:
    """The primary key that an address names; 0 if it names none, or one that no row can have."""
    known = object_id and object_id.isdecimal() and len(object_id) < LONGEST_KEY
    return int(object_id) if known and object_id else 0
