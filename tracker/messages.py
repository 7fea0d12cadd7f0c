"""Collects the texts that the site shows and updates the catalogues in `locale/`.

    make messages

Babel does the work; Django's own command leaves it to GNU gettext, which a fresh machine does not
have. Django's templates are read by Django's own template parser.
"""

import sys
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tracker.settings import BASE_DIR, LANGUAGE_CODE, LANGUAGES

METHODS = [
    ("**.py", "python"),
    ("pages/**.html", "jinja2"),
    ("**.html", "tracker.messages:extract_template"),
    ("**.txt", "tracker.messages:extract_template"),
]
KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}{ending}": DEFAULT_KEYWORDS[name]
    for name in ("gettext", "ngettext", "pgettext", "npgettext")
    for ending in ("_lazy", "_noop")
}
FOLDERS = ("events", "templates", "tracker")


def extract_template(
    file: IO[bytes], keywords: Any, comment_tags: Collection[str], options: Any
) -> Iterator[Any]:
    """Finds the texts of a Django template (an extraction method for Babel)."""
    python = templatize(file.read().decode())
    # Indentation means nothing in a template, but it does to a reader of Python.
    lines = "\n".join(line.lstrip() for line in python.splitlines())
    return extract_python(BytesIO(lines.encode()), keywords, comment_tags, options)


def collect() -> Catalog:
    """The texts in the sources, without translations."""
    heading = "# What the site says in another language. `make messages` adds new texts."
    catalog = Catalog(project="tracker", header_comment=heading)
    for folder in FOLDERS:
        found = extract_from_dir(BASE_DIR / folder, METHODS, keywords=KEYWORDS)
        for name, line, message, comments, context in found:
            place = (f"{folder}/{name}", line)
            catalog.add(message, None, [place], auto_comments=comments, context=context)
    return catalog


def path_of(language: str) -> Path:
    return BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"


def languages() -> list[str]:
    """The languages that need a catalogue; the sources are written in the default one."""
    return [code for code, _ in LANGUAGES if code != LANGUAGE_CODE]


def read(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language, domain="django")


def missing(catalog: Catalog) -> list[str]:
    """The texts without a translation, or with a guessed one that nobody has checked."""
    return [
        str(message.id)
        for message in catalog
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]


def _forms(string: str | Collection[str] | None) -> Collection[str]:
    return [string or ""] if isinstance(string, str | None) else string


def update(language: str) -> Catalog:
    """Rewrite the catalogue: new texts come without a translation, and those that are gone are
    dropped."""
    path = path_of(language)
    template = collect()
    if path.exists():
        catalog = read(language)
        template.creation_date = catalog.creation_date
        catalog.update(template, no_fuzzy_matching=True)
    else:
        path.parent.mkdir(parents=True)
        catalog = template
        catalog.locale = language
    catalog.fuzzy = False
    with path.open("wb") as file:
        write_po(
            file, catalog, width=100, sort_by_file=True, ignore_obsolete=True, no_location=True
        )
    return catalog


if __name__ == "__main__":
    for language in languages():
        for text in missing(update(language)):
            print(f"{language}: to translate: {text}", file=sys.stderr)
