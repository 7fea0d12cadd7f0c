"""What a reader is warned of, wherever an entry is shown: that its evidence is in doubt."""

from functools import lru_cache

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from events.documents.reading import rests_on_retracted
from events.documents.shapes import Document
from events.presenting.parts.contradictions import contradicted
from events.presenting.wording import Term


def warnings(document: Document, reader: str = "") -> list[Term]:
    """The warnings as badges: none for nearly all entries."""
    found = []
    if contradicted(document):
        found.append("contradicted")
    if rests_on_retracted(document):
        found.append("retracted")
    language = reader or get_language() or ""
    return [_warning(value, language) for value in found]


@lru_cache(maxsize=20)
def _warning(value: str, language: str) -> Term:
    with override(language):
        words = {
            "contradicted": _("contradicted by a source"),
            "retracted": _("its source was retracted"),
        }
        return Term(value, words[value], "wrong")
