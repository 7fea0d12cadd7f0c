"""What changed between two states of an entry, field by field and word by word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.documents.shapes import Document
from events.presenting.entry.every_language import as_kept
from events.presenting.entry.fields import WordedField, fields
from events.presenting.wording import Text

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
# Comparing takes time that grows with the square; a longer text is shown as replaced.
MOST_TOKENS = 3000
# Texts with less than this in common are easier to read one after the other.
LEAST_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`key`: of the field. `how`: added, removed or changed. `html`: the value, with additions and
    removals marked."""

    key: str
    label: str
    how: str
    html: SafeString


def between(older: Document, newer: Document) -> list[FieldChange]:
    """The changes from one document to another, in page order."""
    before, after = fields(older), fields(newer)
    codes = {as_kept(edtf) for document in (older, newer) for edtf in _dates_of(document)}
    changes = []
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old and new and old.value != new.value:
            worded_old, worded_new = _worded(old, codes), _worded(new, codes)
            if worded_old.value != worded_new.value:
                old, new = worded_old, worded_new
            changes.append(FieldChange(key, new.label, "changed", _marked(old, new)))
        elif new and not old:
            changes.append(FieldChange(key, new.label, "added", _whole(_worded(new, codes), "ins")))
        elif old and not new:
            said = _worded(old, codes)
            changes.append(FieldChange(key, old.label, "removed", _whole(said, "del")))
    return changes


def _worded(field: WordedField, codes: Iterable[str]) -> WordedField:
    """A value as readers are told it: how a date is kept is for programs, and stands there only
    where nothing else tells two values apart."""
    value = field.value
    for code in codes:
        value = value.replace(code, "")
    return replace(field, value=value)


def _dates_of(part: object) -> Iterator[str]:
    """All dates of a document, as they are kept."""
    if isinstance(part, Mapping):
        if isinstance(edtf := part.get("edtf"), str):
            yield edtf
        part = part.values()
    if isinstance(part, Iterable) and not isinstance(part, str):
        for one in part:
            yield from _dates_of(one)


def replaced(old: Text, new: Text) -> SafeString:
    """One text in the place of another, each whole: what is short is hard to read in pieces."""
    return format_html("{} {}", _tagged("del", old), _tagged("ins", new))


def marked(old: str, new: str) -> SafeString:
    """A text that took the place of another one, with what came and what went marked."""
    if not (old and new):
        return _tagged("ins" if new else "del", Text.of(new or old)) if old or new else Text.of("")
    return mark_safe("".join(_part(tag, text) for tag, text in _compared(old, new)))


def _whole(field: WordedField, tag: str) -> SafeString:
    return _tagged(tag, Text.of(field.value, field.language))


def _marked(old: WordedField, new: WordedField) -> SafeString:
    html = marked(old.value, new.value)
    return format_html('<span lang="{}">{}</span>', new.language, html) if new.language else html


def _part(tag: str, text: str) -> SafeString:
    return _tagged(tag, Text.of(text)) if tag else Text.of(text)


def _tagged(tag: str, text: SafeString) -> SafeString:
    """Said in words too: neither a line through a word nor a colour is read aloud."""
    said = _("[added:") if tag == "ins" else _("[removed:")
    return format_html(
        '<{tag}><span class="unseen">{said} </span>{text}<span class="unseen">] </span></{tag}>',
        tag=mark_safe(tag),
        said=said,
        text=text,
    )


def _compared(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The two texts as one: pieces that stayed (""), went ("del") and came ("ins")."""
    first, second = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    too_long = len(first) + len(second) > MOST_TOKENS
    if too_long or matcher.ratio() < LEAST_ALIKE:
        yield "del", old
        yield "", " "
        yield "ins", new
        return
    for how, start, end, begin, stop in matcher.get_opcodes():
        if how == "equal":
            yield "", "".join(first[start:end])
            continue
        if end > start:
            yield "del", "".join(first[start:end])
        if stop > begin:
            yield "ins", "".join(second[begin:stop])
