"""The button that shows what is in the form as readers will see it, without saving it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from events import desk
from events.admin.keeping import account, token_of
from events.admin.lost import PAGE, typed
from events.models import Entry

PREVIEW = "_preview"


class PreviewPage:
    """Mixed into the admin of entries."""

    def changeform_view(
        self: Any,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        again = super().changeform_view  # type: ignore[misc]
        token = token_of(request.POST.get(PAGE))
        if PREVIEW not in request.POST or token is None:
            return again(request, object_id, form_url, extra_context)
        text = typed(request.POST).urlencode()
        with transaction.atomic():
            request.__dict__["previews"] = True
            answer = again(request, object_id, form_url, extra_context)
            document = request.__dict__.get("previewed")
            transaction.set_rollback(True)
        if document is None:
            return answer
        # What the save that was not one had to say.
        list(messages.get_messages(request))
        key = int(object_id) if object_id and object_id.isdecimal() else 0
        kind = str(self.model._meta.model_name)
        desk.open_forms.keep(token, account(request), kind, key, text, document)
        return HttpResponseRedirect(reverse("preview-form", args=[token, get_language()]))

    def response_add(
        self: Any, request: HttpRequest, obj: Entry, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._previewed(request, obj) or super().response_add(  # type: ignore[misc]
            request, obj, post_url_continue
        )

    def response_change(self: Any, request: HttpRequest, obj: Entry) -> HttpResponse:
        return self._previewed(request, obj) or super().response_change(request, obj)  # type: ignore[misc]

    def _previewed(self, request: HttpRequest, entry: Entry) -> HttpResponse | None:
        if "previews" not in request.__dict__:
            return None
        request.__dict__["previewed"] = desk.document_of(entry)
        return HttpResponse()
