"""The picture beside a link that people share: 1200 × 630, a PNG.

It says what the page says first: kind, title and date, as precisely as it is known.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from events import languages
from events.documents.shapes import Document, Texts
from events.presenting.previews import pictures
from events.presenting.previews.drawing import HEIGHT, INK, WIDTH, draw
from events.presenting.previews.fonts import can_write
from events.presenting.previews.lines import lines_of
from events.presenting.wording import closed_lists, text
from events.vocabulary import TRAITS

__all__ = [
    "HEIGHT",
    "WIDTH",
    "PreviewCard",
    "lines_of",
    "of_entry",
    "of_site",
    "pictures",
    "png",
]


@dataclass(frozen=True)
class PreviewCard:
    """`title` and `language`: the text, and the language it is in."""

    site: str
    label: str
    title: str
    language: str
    foot: str
    colour: str = INK


def of_site() -> PreviewCard:
    site, title = _("Record of diplomacy"), _("Who met, who promised what, who stands where")
    foot = _("Dated as precisely as it is known, with its sources")
    return PreviewCard(site, "", title, languages.active(), foot)


def of_entry(document: Document) -> PreviewCard:
    kind = document["kind"]
    title, language = _title(document["title"])
    date = text(document["date"]["label"]).plain
    # Without a title, the date is the most that can be said.
    said, foot = (title, date) if title else (date, "")
    label = closed_lists.kind(kind).label
    return PreviewCard(_("Record of diplomacy"), label, said, language, foot, TRAITS[kind].colour)


def png(card: PreviewCard) -> bytes:
    return draw(card.site, card.label, card.title, card.language, card.foot, card.colour)


def _title(titles: Texts) -> tuple[str, str]:
    """The title in the reader's language or else in another one, as long as there are letters for
    it: a row of empty boxes says less than nothing."""
    reader = languages.active()
    for language in dict.fromkeys([reader, *titles]):
        if language in titles and can_write(titles[language]):
            return titles[language], language
    return "", reader
