"""A timeline as TimelineJS reads it (JSON): https://timeline.knightlab.com/docs/json-format.html.

It knows years, months, days and times, and shows `display_date` in their place: the words of the
record, which say what is known and no more. What has no known beginning cannot stand in it, and is
counted instead.
"""

import re
from collections.abc import Callable, Iterable, Iterator

import orjson
from django.utils.html import escape

from events.documents.shapes import Published, Texts
from events.vocabulary import TRAITS, Kind

Part = dict[str, int]
# As much of a date as is known; a season is none of the months.
DAY = re.compile(
    r"(?P<year>\d{4})(?![\dX])(?:-(?P<month>0[1-9]|1[0-2])(?!\d)(?:-(?P<day>\d\d)(?!\d))?)?",
    re.ASCII,
)


def lines(
    documents: Iterable[Published],
    language: str,
    address: Callable[[str], str],
    title: str,
    about: str,
) -> Iterator[str]:
    """The text in pieces. `address`: makes that of a page from a slug; `about`: what is said of it
    all."""
    head = {"title": {"text": {"headline": title, "text": about}}, "scale": "human"}
    yield orjson.dumps(head).decode()[:-1] + ',"events":['
    shown = left = 0
    for document in documents:
        event = _event(document, language, address)
        if event is None:
            left += 1
            continue
        yield ("," if shown else "") + orjson.dumps(event).decode()
        shown += 1
    yield f'],"left_out":{left}}}'


def _event(
    document: Published, language: str, address: Callable[[str], str]
) -> dict[str, object] | None:
    told = document["date"]
    start, end = _days(told["edtf"])
    if start is None:
        return None
    label = escape(_in(told["label"], language))
    event: dict[str, object] = {
        "unique_id": document["id"],
        "group": str(TRAITS[Kind(document["kind"])].plural),
        "start_date": start,
        "display_date": label,
        "text": {
            # It takes both for HTML.
            "headline": escape(_in(document["title"], language)),
            "text": f'<a href="{escape(address(document["slug"]))}">{label}</a>',
        },
    }
    return event | ({"end_date": end} if end else {})


def _days(edtf: str) -> tuple[Part | None, Part | None]:
    """The beginning and the end as precisely as they are known; None for what is not."""
    first, _slash, last = edtf.partition("/")
    return _day(first), _day(last)


def _day(text: str) -> Part | None:
    found = DAY.match(text)
    if not found:
        return None
    return {name: int(part) for name, part in found.groupdict().items() if part}


def _in(text: Texts, language: str) -> str:
    return text.get(language) or next(iter(text.values()), "")
