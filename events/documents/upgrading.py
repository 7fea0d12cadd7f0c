"""Documents of older shapes in today's: a chain of small functions, one for each change of shape.

What was published stays as it was, byte for byte, and says which shape it has
(`document["shape"]`). What is served has the newest shape (`events.documents.shapes`). A release
that changes the shape raises `SHAPE` and adds a step here; `manage.py rebuild` then derives
everything again from the upgraded documents and keeps their text beside what was published.

A step may add, rename or remove a member, or put its value another way. It consults nothing but the
document: what nobody recorded then, no step can know.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, cast

import orjson
from django.utils.translation import gettext as _

from events import dates
from events.documents import shapes
from events.documents.shapes import Published

# A document of a shape that no type describes any more.
Stored = dict[str, Any]

# How shape 1 worded “by”, which reads like “until” beside a stance; “about”; and what is uncertain.
BY_IN_SHAPE_1 = {
    "en": ("up to {}", "about {}", "{} (uncertain)"),
    "de": ("bis {}", "etwa {}", "vermutlich {}"),
}


def shape_2(document: Stored) -> Stored:
    """Dates and actors are said another way."""
    _renew_dates(document)
    _tell_day_from_today(document)
    return document


def _tell_day_from_today(document: Stored) -> None:
    """Actors have an office in the entry, that which was on file when it was published. Nothing was
    dated, and whom somebody represents was on file wherever it is the same there."""
    on_file = {record["slug"]: record for record in document["actor_records"]}
    for record in on_file.values():
        record |= {"offices": [], "former_names": []}
    for row in document["actors"]:
        record, represents = on_file[row["slug"]], row["represents"]
        row["name_today"] = None
        row["office"] = dict(record["office"])
        is_usual = represents and represents == record["represents"]
        row["represents_by"] = "file" if is_usual else None


def _renew_dates(part: Any) -> None:
    """“About” has no hard end any more, and “up to 6 January” is “by 6 January”."""
    if isinstance(part, list):
        for item in part:
            _renew_dates(item)
    elif isinstance(part, dict):
        if "edtf" in part and "label" in part:
            _renew_date(part)
        for item in part.values():
            _renew_dates(item)


def _renew_date(record: Stored) -> None:
    value = dates.parse(record["edtf"])
    for name in ("earliest", "latest"):
        day = getattr(value, name)
        record[name] = day.isoformat() if day else None
    record["precision"] = value.precision
    if value.edtf.startswith("../"):
        for language, said in record["label"].items():
            # What an editor has worded stays.
            if language in BY_IN_SHAPE_1 and said in _by_in_shape_1(value, language):
                record["label"][language] = value.label(language)


def _by_in_shape_1(value: dates.EDTF, language: str) -> tuple[str, str]:
    """Its label, if its marks were those of a part, and if they were those of the whole."""
    by, about, uncertain = BY_IN_SHAPE_1[language]
    day = value.edtf.removeprefix("../")
    of_whole = dates.parse(re.sub("[~?%]", "", day)).label(language)
    of_whole = by.format(about.format(of_whole) if value.approximate else of_whole)
    of_whole = uncertain.format(of_whole) if value.uncertain else of_whole
    return by.format(dates.parse(day).label(language)), of_whole


# Each takes a document to the next shape, the first one from shape 1 to shape 2, and may change the
# document that it is given. It need not set the number of the shape.
STEPS: tuple[Callable[[Stored], Stored], ...] = (shape_2,)


class NewerShape(ValueError):
    """The document was published by a later release than this one, which cannot read it."""


class Upgraded(NamedTuple):
    """A published document in today's shape. `text`: the same as JSON, if it was published in an
    older shape; else None, because the published text says just that."""

    document: Published
    text: str | None


def upgraded(published: str) -> Upgraded:
    """What was published, in today's shape. Raises `NewerShape`."""
    stored: Stored = orjson.loads(published)
    is_newest = stored["shape"] == shapes.SHAPE
    document = upgrade(stored)
    return Upgraded(document, None if is_newest else orjson.dumps(document).decode())


def upgrade(document: Stored) -> Published:
    """The document in today's shape; the one given may be changed if its shape is older.

    Raises `NewerShape`.
    """
    shape = document["shape"]
    if shape > shapes.SHAPE:
        message = _(
            "A newer release has published documents of shape %(shape)d; this one reads those up "
            "to %(newest)d. Run that release."
        )
        raise NewerShape(message % {"shape": shape, "newest": shapes.SHAPE})
    for number, step in enumerate(STEPS[shape - 1 :], start=shape + 1):
        document = step(document) | {"shape": number}
    return cast("Published", document)
