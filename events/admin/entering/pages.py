"""The pages of django-allauth as pages of the desk: with its frame and title, never kept, and 429
where somebody has tried too often."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.views import View
from django.views.decorators.cache import never_cache

from events.admin.entering.limits import TooOften

Viewed = Callable[..., HttpResponseBase]


def page(view: type[View], title: str | Promise, template: str = "") -> Viewed:
    """A view of django-allauth within the frame of the desk."""

    class Framed(view):  # type: ignore[misc, valid-type]
        def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
            context = {**admin.site.each_context(self.request), "title": title}
            context |= {"sends_mail": settings.MAIL_DELIVERY != "none"}
            if settings.OIDC_ISSUER:
                context |= {"elsewhere": settings.OIDC_NAME, "oidc": _oidc(self.request)}
            return context | super().get_context_data(**kwargs)

    more = {"template_name": template} if template else {}
    return limited(never_cache(Framed.as_view(**more)))


def _oidc(request: HttpRequest) -> str:
    """The address that leads to the provider, and back to where somebody wanted to go."""
    address = reverse("openid_connect_login", kwargs={"provider_id": "desk"})
    target = request.GET.get("next", "")
    return f"{address}?{urlencode({'next': target})}" if target else address


def limited(view: Viewed) -> Viewed:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse):
            for error in _refusals(response.context_data or {}):
                response.status_code = 429
                response.headers["Retry-After"] = str(error.seconds)
        return response

    return answer


def _refusals(context: dict[str, Any]) -> Iterator[TooOften]:
    for form in context.values():
        if isinstance(form, forms.BaseForm):
            for errors in form.errors.as_data().values():
                yield from (error for error in errors if isinstance(error, TooOften))
