"""What a mark says when it is pointed at: headline, who, stance, source and link."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents.shapes import Citation
from events.presenting.lists import Item, line_of
from events.presenting.wording import Links, edtf_worded
from events.vocabulary import CitationStance

MOST_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """As HTML: the kind and date; the headline with its link; the rest."""

    head: str
    title: str
    said: str

    @property
    def whole(self) -> str:
        return self.head + self.title + self.said

    @property
    def untitled(self) -> str:
        return self.head + self.said


def card_of(item: Item, links: Links, beside: str) -> Card:
    """`beside`: an attribute of links that open beside a frame. Names lead nowhere: a mark is one
    stop of the keyboard."""
    head = " · ".join(filter(None, (item.kind.label, str(item.label), escape(item.mark))))
    title = (
        f'<p class="headline" dir="auto"><a href="{escape(item.url)}"{beside} tabindex="-1">'
        f"{item.title}</a></p>"
    )
    said = ""
    if item.stance:
        said = (
            f'<span class="stance {item.stance.tone}"><span class="sign" aria-hidden="true">'
            f"{item.stance.sign}</span> {escape(item.stance.label)}</span> "
        )
    elif item.status:
        said = f'<span class="status {item.status.tone}">{escape(item.status.label)}</span> '
    basis = f' <span class="basis">{escape(item.basis.label)}</span>' if item.basis else ""
    named = line_of(item.document, links)
    told = f"<p>{said}{named}{basis}</p>" if said or named or basis else ""
    return Card(f'<p class="of">{head}</p>', title, f"{told}{_sources(item)}")


def _sources(item: Item) -> str:
    """The first few that bear it out, and how many there are."""
    cited = [
        one for one in item.document["sources"] if one["stance"] == CitationStance.SUPPORTS
    ] or list(item.document["sources"])
    if not cited:
        return ""
    named = "; ".join(dict.fromkeys(map(_source, cited[:MOST_SOURCES])))
    rest = f" +{len(cited) - MOST_SOURCES}" if len(cited) > MOST_SOURCES else ""
    label = escape(_("Source") if len(cited) == 1 else _("Sources"))
    return f'<p class="from">{label}: {named}{rest}</p>'


def _source(cited: Citation) -> str:
    outlet = escape(cited["publisher"] or cited["title"])
    day = _day(cited["published_on"], get_language())
    return f"{outlet}, {day}" if day else outlet


# Sources of one record are of few days.
@lru_cache(maxsize=2048)
def _day(edtf: str | None, _language: str | None) -> str:
    return escape(edtf_worded(edtf))
