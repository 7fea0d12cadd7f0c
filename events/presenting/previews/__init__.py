"""The picture that stands beside a link where people share it: 1200 × 630, a PNG.

It says what the page says first: kind, title and date, as precisely as it is known.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.presenting.previews.drawing import HEIGHT, WIDTH, draw
from events.presenting.previews.fonts import can_write
from events.presenting.wording import closed_lists, text

__all__ = ["HEIGHT", "WIDTH", "Card", "of_entry", "of_site", "png"]


@dataclass(frozen=True)
class Card:
    """`title` and `language`: the text and which one it is in. `kind` names a colour."""

    site: str
    label: str
    title: str
    language: str
    foot: str
    kind: str = ""


def of_site() -> Card:
    site, title = _("Record of diplomacy"), _("Who met, who promised what, who stands where")
    foot = _("Dated as precisely as it is known, with its sources")
    return Card(site, "", title, get_language() or "en", foot)


def of_entry(document: dict[str, Any]) -> Card:
    kind = closed_lists.kind(document["kind"])
    title, language = _title(document["title"])
    date = text(document["date"]["label"]).plain
    # Without a title, the date is the most that there is to say.
    said, foot = (title, date) if title else (date, "")
    return Card(_("Record of diplomacy"), kind.label, said, language, foot, kind.tone)


def png(card: Card) -> bytes:
    return draw(card.site, card.label, card.title, card.language, card.foot, card.kind)


def _title(titles: dict[str, str]) -> tuple[str, str]:
    """The title in the reader's language, else in another one, as long as there are letters for it:
    a row of empty boxes says less than nothing."""
    reader = get_language() or "en"
    for language in dict.fromkeys([reader, *titles]):
        if language in titles and can_write(titles[language]):
            return titles[language], language
    return "", reader
