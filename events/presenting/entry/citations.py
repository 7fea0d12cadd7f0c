"""How to cite one version of an entry, which never changes: in words and for programs.

What is cited is the version, so the date of the citation is the day it was published. The date of
what the entry tells is given apart, as precisely as it is known: in words or, in formats that take
less than a day, as year and month.
"""

import re
from datetime import datetime

import orjson
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents.reading import rests_on_retracted
from events.documents.shapes import Date, Published
from events.presenting.entry.linked_data import iso_span
from events.presenting.wording import chosen, closed_lists, moment_worded, text

# Characters that LaTeX reads as commands.
COMMANDS = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
LINES = re.compile(r"\s+")


def worded(document: Published, url: str) -> str:
    """A citation in the reader's language. `url`: the address of the version."""
    return _(
        "“%(title)s” (%(kind)s, %(date)s). In: %(site)s, version %(number)d, "
        "published %(published)s. %(url)s"
    ) % {
        "title": chosen(document["title"])[0],
        "kind": closed_lists.kind(document["kind"]).label,
        "date": text(document["date"]["label"]).plain,
        "site": _("Record of diplomacy"),
        "number": document["version"]["number"],
        "published": moment_worded(_published(document)),
        "url": url,
    }


def bibtex(document: Published, url: str) -> str:
    day = _day(document)
    fields = {
        "title": f"{{{_latex(_title(document))}}}",
        "howpublished": _latex(_("Record of diplomacy")),
        "year": day[:4],
        "month": day[5:7].lstrip("0"),
        "note": _latex(_note(document)),
        "version": str(document["version"]["number"]),
        "url": url,
        "language": get_language() or "",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{_key(document)},\n{lines}\n}}\n"


def ris(document: Published, url: str) -> str:
    lines = [
        ("TY", "ELEC"),
        ("TI", _title(document)),
        ("T2", _("Record of diplomacy")),
        ("PB", _("Record of diplomacy")),
        ("PY", _day(document)[:4]),
        ("DA", _day(document).replace("-", "/")),
        ("ET", str(document["version"]["number"])),
        ("N1", _note(document)),
        ("LA", get_language() or ""),
        ("UR", url),
        ("ID", _key(document)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines)


def csl(document: Published, url: str) -> str:
    """CSL-JSON (citationstyles.org), which reference managers import."""
    record = document["date"]
    found = {
        "id": _key(document),
        "type": "webpage",
        "title": _title(document),
        "container-title": _("Record of diplomacy"),
        "publisher": _("Record of diplomacy"),
        "version": str(document["version"]["number"]),
        "issued": {"date-parts": [_parts(_day(document))]},
        "event-date": _csl_date(record),
        "note": _note(document),
        "language": get_language(),
        "URL": url,
    }
    return orjson.dumps([found], option=orjson.OPT_INDENT_2).decode() + "\n"


# By the ending of the file: its type, and the function that writes it.
FORMATS = {
    "bib": ("application/x-bibtex; charset=utf-8", bibtex),
    "ris": ("application/x-research-info-systems; charset=utf-8", ris),
    "json": ("application/vnd.citationstyles.csl+json; charset=utf-8", csl),
}


def _published(document: Published) -> datetime:
    return datetime.fromisoformat(document["version"]["published_at"])


def _day(document: Published) -> str:
    """The day of publication as ISO text, in the site's time zone."""
    return timezone.localtime(_published(document)).date().isoformat()


def _key(document: Published) -> str:
    return f"{document['slug']}-v{document['version']['number']}"


def _title(document: Published) -> str:
    return chosen(document["title"])[0]


def _note(document: Published) -> str:
    """The kind of the entry and its own date, in words; how it is known, and if its sources were
    retracted."""
    kind = closed_lists.kind(document["kind"]).label
    basis = closed_lists.basis(document["basis"])
    retracted = _("its source was retracted") if rests_on_retracted(document) else ""
    said = [kind, text(document["date"]["label"]).plain, basis.label if basis else "", retracted]
    return ", ".join(filter(None, said))


def _csl_date(record: Date) -> dict[str, object]:
    exact = iso_span(record)
    if exact is None or exact[1] is None or "T" in exact[0]:
        return {"literal": text(record["label"]).plain}
    ends = dict.fromkeys(exact)  # one or two
    return {"date-parts": [_parts(end) for end in ends if end]}


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


def _latex(said: str) -> str:
    return "".join(COMMANDS.get(sign, sign) for sign in _line(said))


def _line(said: str) -> str:
    return LINES.sub(" ", said).strip()
