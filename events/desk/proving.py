"""Proving a redaction: what it left is what there is, and nothing has the text any more."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.db import connection

from events import words
from events.engines import count_texts
from events.log import Redaction, VersionUpgrade
from events.publishing import digest

SESSIONS = Session._meta.db_table
# So many words in a row can be in another text by chance.
TOLD_BY = 2


@dataclass(frozen=True)
class Trace:
    """Where a text still is: so many rows of a table have it in a column."""

    table: str
    column: str
    rows: int

    def __str__(self) -> str:
        return f"{self.table}.{self.column}: {self.rows}"


def changed_since(redaction: Redaction) -> list[str]:
    """The versions that do not say what this redaction, or a later one, has left of them."""
    wrong = []
    for row in redaction.versions.select_related("version"):
        version = row.version
        last = version.redactions.order_by("-pk").select_related("redaction")[0]
        text = version.document
        if not last.redaction.erased:
            closed = VersionUpgrade.objects.filter(pk=version.pk).first()
            text = closed.document if closed else None
        if digest(text) != last.after:
            wrong.append(str(version))
    return wrong


def where_is(texts: Iterable[str]) -> list[Trace]:
    """Every column of every table of the database that has one of these texts, whatever its case,
    as it is written, as it is searched, or as JSON escapes it; sessions are opened for it."""
    wanted = sorted({form for text in texts if text.strip() for form in _forms(text.strip())})
    if not wanted:
        return []
    found = [
        Trace(table, column, rows)
        for table, column, rows in count_texts(connection, wanted)
        if rows and table != SESSIONS
    ]
    return found + list(_in_sessions(wanted))


def _in_sessions(wanted: list[str]) -> Iterator[Trace]:
    rows = 0
    for session in Session.objects.iterator(500):
        said = json.dumps(session.get_decoded(), ensure_ascii=False).lower()
        rows += any(form in said for form in wanted)
    if rows:
        yield Trace(SESSIONS, "session_data", rows)


def _forms(text: str) -> set[str]:
    """In lower case. JSON of some columns has escapes for letters that English does not have, and
    they are others for a capital."""
    escaped = {
        json.dumps(one, ensure_ascii=is_ascii)[1:-1].lower()
        for one in (text, text.lower(), text.upper())
        for is_ascii in (True, False)
    }
    # A database whose locale is C changes the case of English letters only.
    english = "".join(letter.lower() if letter.isascii() else letter for letter in text)
    found = {text.lower(), words.normalise(text), text.casefold(), english, *escaped}
    # What is searched is also kept as its words, one after the other. One or two stand elsewhere.
    running = words.words(text)
    return found | {" ".join(running)} if len(running) > TOLD_BY else found
