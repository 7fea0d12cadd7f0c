"""Pages of a list, spliced from JSON texts."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

import orjson
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path

from events import public

NOTHING: Mapping[str, object] = {}


class PagesAround(NamedTuple):
    """The addresses of the pages around one, if there are such pages."""

    next: str | None = None
    previous: str | None = None

    @property
    def links(self) -> dict[str, str]:
        """The same by their relation, as the header `Link` has them."""
        told = {"next": self.next, "prev": self.previous}
        return {relation: url for relation, url in told.items() if url}


ALONE = PagesAround()


def around(
    request: HttpRequest,
    following: object,
    preceding: object = None,
    walking: Mapping[str, object] = NOTHING,
) -> PagesAround:
    """`following`, `preceding`: the cursors of these pages; `walking`: parameters that their
    addresses have, too."""
    return PagesAround(
        _page_of(request, following, walking),
        _page_of(request, preceding, walking),
    )


def spliced(
    results: Sequence[bytes], pages: PagesAround = ALONE, about: Mapping[str, object] = NOTHING
) -> bytes:
    """`{"next", "previous", …, "results"}` with results that are JSON texts in UTF-8. `about`: what
    else is said of the list."""
    return b'{"next":%b,"previous":%b,%b"results":[%b]}' % (
        orjson.dumps(pages.next),
        orjson.dumps(pages.previous),
        orjson.dumps(about)[1:-1] + b"," if about else b"",
        b",".join(results),
    )


def state_of(seq: int, time: datetime | None) -> dict[str, object]:
    """What an answer says of the state of the record that it is of: the last version that it knows,
    and when that was published; 0 and null before the first one."""
    return {"seq": seq, "time": public.timestamp(time) if time else None}


def state_at(moment: public.Moment | None) -> dict[str, object]:
    """The same of now, or of a moment."""
    if moment is None:
        kept = public.kept()
        return state_of(kept.seq, kept.published_at)
    seq = public.seq_at(moment)
    return state_of(seq, public.published(seq))


def confirm_state(seq: int, end: int) -> None:
    """Raise an error unless the record goes as far as a list is asked for."""
    if seq > end:
        raise public.OtherLog(seq, end)


def address(request: HttpRequest, path: str) -> str:
    """The absolute address of a path of this site."""
    return f"{request.scheme}://{request.get_host()}{escape_uri_path(path)}"


def page_at(request: HttpRequest, here: Mapping[str, object], without: Collection[str]) -> str:
    """The address of this list from a place on, with every other parameter as it is."""
    others = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in here and name not in without
        for value in values
    ]
    return f"{address(request, request.path)}?{urlencode([*others, *here.items()])}"


def _page_of(request: HttpRequest, cursor: object, walking: Mapping[str, object]) -> str | None:
    return None if cursor is None else page_at(request, {**walking, "cursor": cursor}, ())
