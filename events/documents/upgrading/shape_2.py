"""From shape 1 to shape 2: dates and actors are said another way."""

import re
from typing import Any

from events import dates
from events.documents.upgrading.stored import Stored

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
