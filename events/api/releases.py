"""Releases: the record frozen under names."""

from typing import Any

import orjson
from django.http import HttpRequest
from django.urls import reverse

from events import public
from events.api.endpoint import Endpoint, Stated
from events.api.lists import address, around, spliced


class ReleaseList(Endpoint):
    """The releases, the newest first: the whole record as it was, as files, under names that never
    stand for anything else.

    A redaction changes the files of every release that had the text; `remade_at` says so.
    """

    summary = "Releases"
    shape = "ReleaseList"
    parameters = ("limit", "cursor")

    def state(self, request: HttpRequest, **path: Any) -> str:
        return public.releases_state()

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        parameters = self.read(request)
        limit, before = parameters.limit(), parameters.number("cursor", 1)
        parameters.finish()
        found, following = public.releases(limit, before)
        texts = [orjson.dumps(_said(request, one)) for one in found]
        pages = around(request, following)
        return Stated(spliced(texts, pages), links=pages.links)


class ReleaseDetail(Endpoint):
    """One release, with its files. `latest` stands for the newest one."""

    summary = "One release"
    shape = "Release"
    parameters = ()
    outcomes = (404,)

    def state(self, request: HttpRequest, **path: Any) -> str:
        return public.releases_state()

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        self.read(request).finish()
        body = orjson.dumps(_said(request, public.release(path["release"])))
        return Stated(body, held=body.decode())


def _said(request: HttpRequest, release: public.Release) -> dict[str, object]:
    files = [{**file, "url": _url(request, release, file["path"])} for file in release.files]
    return {
        "name": release.name,
        "seq": release.seq,
        "time": public.timestamp(release.of),
        "made_at": public.timestamp(release.made_at),
        "remade_at": public.timestamp(release.remade_at) if release.remade_at else None,
        "shape": release.shape,
        "previous": release.previous.name if release.previous else None,
        "changed": release.changed or None,
        "files": files,
    }


def _url(request: HttpRequest, release: public.Release, path: str) -> str:
    return address(request, reverse("release-file", args=[release.name, path]))
