"""Where the sources of an entry do not agree: what each says, and which figure is preferred."""

from dataclasses import dataclass

from events.documents import shapes
from events.documents.shapes import Document
from events.presenting.parts.figures import amount
from events.presenting.parts.sources import CitedSource
from events.presenting.parts.units import in_base, unit_worded
from events.presenting.wording import Text, text
from events.vocabulary import CitationStance


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that one source gives."""

    amount: str
    unit: Text
    source: CitedSource | None
    preferred: bool
    reason: Text


@dataclass(frozen=True, slots=True)
class Dispute:
    """Figures of one measure that differ."""

    label: Text
    claims: list[Claim]


@dataclass(frozen=True, slots=True)
class Contradictions:
    """`against`: the sources that contradict the entry; `backing`: those that support it, if any
    contradict it; `disputes`: measures with figures that differ."""

    backing: list[CitedSource]
    against: list[CitedSource]
    disputes: list[Dispute]


def contradicted(document: Document) -> bool:
    """Does a source contradict the entry?"""
    return any(cited["stance"] == CitationStance.CONTRADICTS for cited in document["sources"])


def contradictions(document: Document, sources: list[CitedSource]) -> Contradictions | None:
    """None if all agree. `sources`: those of the document, as a page shows them."""
    against = [source for source in sources if source.contradicts]
    disputes = _disputes(document, {source.slug: source for source in sources})
    if not against and not disputes:
        return None
    backing = [source for source in sources if not source.contradicts] if against else []
    return Contradictions(backing, against, disputes)


def _disputes(document: Document, sources: dict[str, CitedSource]) -> list[Dispute]:
    by_measure: dict[str, list[shapes.Figure]] = {}
    for figure in document["figures"]:
        by_measure.setdefault(figure["measure"], []).append(figure)
    return [
        Dispute(text(figures[0]["label"]), [_claim(figure, sources) for figure in figures])
        for figures in by_measure.values()
        if len({(in_base(figure), figure["qualifier"]) for figure in figures}) > 1
    ]


def _claim(figure: shapes.Figure, sources: dict[str, CitedSource]) -> Claim:
    return Claim(
        amount(figure),
        unit_worded(figure),
        sources.get(figure["source"] or ""),
        figure["preferred"],
        text(figure["reason"]),
    )
