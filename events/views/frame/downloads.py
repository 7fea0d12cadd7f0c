"""Tables to take along, as files. A short one is an answer like a page; a long one is sent while it
is made, so that nobody keeps all of it in memory."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from events import public
from events.feeds import tables
from events.imprint import imprint
from events.presenting.wording import path_to

# How many rows are made before it is known whether a table is long, and how many are sent at once.
SHORT = 1000
AT_ONCE = 100


@dataclass(frozen=True)
class Download:
    """A table with its rows, which are made as they are asked for. `page`: the address of the page
    that shows the same; `name`: what it is of, for the name of the file; `moment`: the one of the
    record that it is from, None for now."""

    table: tables.DataTable
    rows: Iterable[tables.Row]
    page: str
    moment: public.Moment | None = None
    name: str = ""


def download(request: HttpRequest, taken: Download) -> HttpResponseBase:
    """The file, with what it is of in its head: a line in front of the header would be a row."""
    headers = _about(request, taken)
    lines = tables.lines(taken.table, taken.rows)
    first = list(islice(lines, SHORT))
    if len(first) < SHORT:
        return HttpResponse(
            "".join(first), content_type=tables.FORMAT.content_type, headers=headers
        )
    if request.method == "HEAD":
        return StreamingHttpResponse((), content_type=tables.FORMAT.content_type, headers=headers)
    sent = _Sent(lines, "".join(first))
    return StreamingHttpResponse(sent, content_type=tables.FORMAT.content_type, headers=headers)


def _about(request: HttpRequest, taken: Download) -> dict[str, str]:
    kept = public.kept()
    seq = public.seq_at(taken.moment) if taken.moment else kept.seq
    until = taken.moment.until if taken.moment else kept.published_at
    named = "-".join(filter(None, (taken.table.name, taken.name, str(seq))))
    links = {"alternate": taken.page, "describedby": path_to("pages:about")}
    typed = [
        f'<{request.build_absolute_uri(url)}>; rel="{relation}"; type="text/html"'
        for relation, url in links.items()
    ]
    licence = [f'<{url}>; rel="{relation}"' for relation, url in imprint().links.items()]
    headers = {
        "Content-Disposition": f'attachment; filename="{named}.csv"',
        "Link": ", ".join([*typed, *licence]),
        "Record-Seq": str(seq),
        "X-Robots-Tag": "noindex",
    }
    return headers | ({"Record-Time": public.timestamp(until)} if until else {})


class _Sent:
    """The text of a long table in pieces. It keeps its place among those that are sent until it is
    closed, which the server does in any case."""

    def __init__(self, lines: Iterator[str], first: str) -> None:
        self.held = ExitStack()
        self.held.enter_context(public.lengthy().entered())
        self.lines, self.first = lines, first

    def __iter__(self) -> "_Sent":
        return self

    def __next__(self) -> bytes:
        piece, self.first = self.first or "".join(islice(self.lines, AT_ONCE)), ""
        if not piece:
            raise StopIteration
        return piece.encode()

    def close(self) -> None:
        self.held.close()


def absolute(request: HttpRequest, address: Callable[[str], str]) -> Callable[[str], str]:
    """Makes absolute addresses from slugs. `address`: makes those of pages; asked once."""
    head, _slug, tail = request.build_absolute_uri(address("slug")).rpartition("slug")
    return lambda slug: f"{head}{slug}{tail}"
