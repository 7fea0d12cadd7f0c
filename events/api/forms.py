"""Lists to take along in other forms than JSON: in one state of the record, sent while they are
made, by few threads at a time."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import override

from events import public
from events.api.endpoint import CURRENT
from events.feeds import tables
from events.imprint import imprint

NDJSON, CSV, XLSX, TIMELINE = "ndjson", "csv", "xlsx", "timeline.json"
MEDIA_TYPES = {
    NDJSON: "application/x-ndjson",
    CSV: "text/csv",
    XLSX: tables.workbook.MEDIA_TYPE,
    TIMELINE: "application/json",
}
# Those that the pages make, in the reader's language.
OF_PAGES = {"ics": "calendar", "atom": "feed"}
FORMS = (*MEDIA_TYPES, *OF_PAGES)
# How many lines are sent at once, and how many such pieces are made before it is known whether an
# answer is long.
AT_ONCE = 200
SHORT = 2
CHUNK = 1 << 16


@dataclass(frozen=True)
class TakenFile:
    """What is sent. `name`: of the file; `seq` and `time`: of the state of the record."""

    form: str
    name: str
    seq: int
    time: str | None

    @property
    def headers(self) -> dict[str, str]:
        file = f"{self.name}-{self.seq}.{self.form}"
        told = {
            "Content-Disposition": f'attachment; filename="{file}"',
            "Cache-Control": CURRENT,
            "Record-Seq": str(self.seq),
            "Vary": "Accept",
            "X-Robots-Tag": "noindex",
        }
        return told | ({"Record-Time": self.time} if self.time else {})

    @property
    def content_type(self) -> str:
        media_type = MEDIA_TYPES[self.form]
        return media_type if self.form == XLSX else f"{media_type}; charset=utf-8"

    @property
    def about(self) -> dict[str, str]:
        """The same in words, for forms that have room for it."""
        told = imprint()
        return {
            "seq": str(self.seq),
            "time": self.time or "",
            "publisher": told.publisher,
            "contact": told.contact,
            "licence": told.licence,
            "licence_url": told.licence_url,
        }

    def sent(
        self, request: HttpRequest, lines: Iterable[bytes], at_once: int = AT_ONCE
    ) -> HttpResponseBase:
        """Lines as an answer: a short one at once, a long one while they are made, so many at
        once."""
        made = iter(lines)
        few = at_once * SHORT
        first = list(islice(made, few))
        if len(first) < few:
            return HttpResponse(
                b"".join(first), content_type=self.content_type, headers=self.headers
            )
        body: Iterable[bytes] = ()
        if request.method != "HEAD":
            body = _Pieces(chain(first, made), at_once)
        return StreamingHttpResponse(body, content_type=self.content_type, headers=self.headers)

    def sent_file(self, request: HttpRequest, file: IO[bytes]) -> HttpResponseBase:
        body: Iterable[bytes] = _File(file)
        if request.method == "HEAD":
            file.close()
            body = ()
        return StreamingHttpResponse(body, content_type=self.content_type, headers=self.headers)


class _Pieces:
    """Lines in pieces. They keep their place among those that are sent until they are closed, which
    the server does in any case."""

    def __init__(self, lines: Iterator[bytes], at_once: int) -> None:
        self.at_once = at_once
        self.held = ExitStack()
        self.held.enter_context(public.lengthy().entered())
        self.lines = lines

    def __iter__(self) -> "_Pieces":
        return self

    def __next__(self) -> bytes:
        piece = b"".join(islice(self.lines, self.at_once))
        if not piece:
            raise StopIteration
        return piece

    def close(self) -> None:
        self.held.close()


class _File:
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        while piece := self.file.read(CHUNK):
            yield piece

    def close(self) -> None:
        self.file.close()


def page_addresses(request: HttpRequest, name: str) -> "PageAddresses":
    """Addresses of pages in the first language of the site, so that a form is the same for all."""
    with override(settings.LANGUAGES[0][0]):
        head, _slug, tail = request.build_absolute_uri(
            reverse(f"pages:{name}", args=["slug"])
        ).rpartition("slug")
    return PageAddresses(head, tail)


@dataclass(frozen=True)
class PageAddresses:
    head: str
    tail: str

    def __call__(self, slug: str) -> str:
        return f"{self.head}{slug}{self.tail}"
