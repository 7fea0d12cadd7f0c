"""The page of an entry as readers will see it, for those who may see it on the desk."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override

from events import desk, public
from events.documents.linking import named_by
from events.models import Entry
from events.presenting.entry import page
from events.views.asking import as_of
from events.views.entries import TEMPLATE, EntryContent
from events.views.frame import Frame, Page, ShownEntry, show
from events.vocabulary import Action

LANGUAGES = {code for code, _name in settings.LANGUAGES}


def of_entry(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """As the draft is saved."""
    entry = Entry.objects.filter(pk=pk).first()
    if entry is None:
        raise Http404
    if not request.user.has_perm(f"events.view_{entry.kind}"):
        raise PermissionDenied
    return _shown(request, desk.document_of(entry), language)


def of_form(request: HttpRequest, token: UUID, language: str) -> HttpResponse:
    """As it was typed into a form that is not saved, by whoever has typed it."""
    document = desk.open_forms.document(token, request.user)  # type: ignore[arg-type]
    if document is None:
        raise Http404
    return _shown(request, document, language)


def _shown(request: HttpRequest, document: Any, language: str) -> HttpResponse:
    if language not in LANGUAGES:
        raise Http404
    address = request.path
    others = [
        (code, address.removesuffix(f"{language}/") + f"{code}/")
        for code, _name in settings.LANGUAGES
    ]
    with override(language):
        links = as_of.links(None)
        named = public.named(named_by(document))
        shown = page.page(document, named, links)
        version = _version(document)
        content = EntryContent(shown, version, preview=others)
        # Nothing of it can be cited, embedded or taken along yet.
        frame = replace(Frame.beside(entry=ShownEntry.of(shown, version)), absent=True)
        # The frame of the page leads where it would lead on the page of the entry.
        request.path_info = request.path = reverse("pages:entry", args=[document["slug"]])
        request.resolver_match = resolve(request.path_info)
        made = Page(TEMPLATE.format(kind=document["kind"]), frame, content)
        answer = show(request, made)
    add_never_cache_headers(answer)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _version(document: Any) -> public.PublishedVersion:
    return public.PublishedVersion(
        seq=0,
        entry_id=0,
        uid=UUID(document["id"]),
        number=document["version"]["number"],
        action=Action.PUBLISHED,
        kind=document["kind"],
        slug=document["slug"],
        published_at=timezone.now(),
        loaded_at=None,
        redaction_id=None,
        last_redaction=None,
        has_document=True,
        note={},
        text=orjson.dumps(document).decode(),
    )
