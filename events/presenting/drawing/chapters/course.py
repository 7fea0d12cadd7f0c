"""The drawing where there is little room: newest first, as a list, each entry with its part of the
rail at its side. Its texts are texts of the page: they wrap, and nothing is in their way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.presenting.drawing.chapters.axis import Chapter, TimeAxis, heading_of
from events.presenting.drawing.chapters.entries import DrawnEntry
from events.presenting.drawing.chapters.questions import is_open
from events.presenting.drawing.chapters.scene import Scene
from events.presenting.drawing.chapters.spine import place_of
from events.presenting.drawing.chapters.stances import (
    Ribbon,
    StancePair,
    names_order,
    ribbons_of,
)
from events.presenting.parts import number_worded
from events.presenting.wording import chosen, day_worded, stance
from events.vocabulary import Kind

MOST_RIBBONS = 5
MOST_BLOCKS = 40
# In days: so long before today nothing was, and it is said.
LONG = 30
# In pixels: from ribbon to ribbon, and how far down the mark of an entry is.
APART = 19
DOWN = 13
WIDE_ENOUGH = 10_000.0


@dataclass(frozen=True, slots=True)
class Rail:
    """The ribbons beside the entries. `reached`: of each, how far back the list has come: the
    number of the ribbon that held there, -1 before the first."""

    pairs: list[StancePair]
    ribbons: list[list[Ribbon]]
    reached: list[int]

    @property
    def spine(self) -> int:
        return 9 + APART * len(self.pairs) + (4 if self.pairs else 0)


def course(scene: Scene, axis: TimeAxis) -> SafeString:
    """The list as HTML."""
    pairs = names_order([pair for pair in scene.pairs if pair.moves])[:MOST_RIBBONS]
    ribbons = [ribbons_of(pair, scene.today) for pair in pairs]
    rail = Rail(pairs, ribbons, [len(of_pair) - 1 for of_pair in ribbons])
    told, folded = _parted(scene, pairs)
    parts = [_now(scene, rail)]
    before: Chapter | None = None
    for chapter in reversed(axis.chapters):
        if before is None and scene.window is None and scene.today - chapter.last > LONG:
            parts.append(_gap(rail, scene.today - chapter.last, scene.today))
        if before is not None:
            parts.append(_gap(rail, before.first - chapter.last - 1, before.first - 1))
        parts.append(_head(chapter, rail, scene))
        in_it = [entry for entry in told if _chapter(axis, entry) is chapter]
        parts += [_block(entry, rail, scene) for entry in in_it]
        rest = [entry for entry in folded if _chapter(axis, entry) is chapter]
        if rest:
            parts.append(_folded(rest, rail, scene, chapter.first))
        before = chapter
    name = escape(_("Timeline drawing, newest first"))
    return SafeString(
        f'<ol class="course rail-{len(pairs)}" aria-label="{name}">{"".join(parts)}</ol>'
    )


def _parted(scene: Scene, pairs: Sequence[StancePair]) -> tuple[list[DrawnEntry], list[DrawnEntry]]:
    """The entries with a place of their own, newest first, and the others."""
    moved = {entry.number for pair in pairs for entry in pair.dated}
    told = [
        entry
        for entry in scene.entries
        if entry.number in moved
        or entry.number == scene.marked
        or entry.kind in (Kind.SUMMIT, Kind.COMMITMENT)
        or (entry.kind == Kind.DEVELOPMENT and not entry.vague)
    ]
    told.sort(key=lambda entry: entry.told, reverse=True)
    if len(told) > MOST_BLOCKS:
        # Meetings and those who moved have their place in any case; then what weighs most.
        sure = [
            one for one in told if one.kind == Kind.SUMMIT or one.number in {*moved, scene.marked}
        ]
        others = sorted((one for one in told if one not in sure), key=lambda one: -one.weight)
        kept = {one.number for one in [*sure, *others[: max(MOST_BLOCKS - len(sure), 0)]]}
        told = [entry for entry in told if entry.number in kept]
    placed = {entry.number for entry in told}
    return told, [entry for entry in scene.entries if entry.number not in placed]


def _chapter(axis: TimeAxis, entry: DrawnEntry) -> Chapter:
    found = axis.chapters[0]
    for chapter in axis.chapters:
        if chapter.first <= entry.stands:
            found = chapter
    return found


def _now(scene: Scene, rail: Rail) -> str:
    """Today: where those stand who moved, and what is open."""
    held = ""
    for number, (pair, ribbons) in enumerate(zip(rail.pairs, rail.ribbons, strict=True), 1):
        if not ribbons:
            continue
        term = stance(ribbons[-1].stance)
        words = _("%(actor)s: %(topic)s") % {
            "actor": scene.names[pair.holder],
            "topic": chosen(pair.topic_name)[0],
        }
        held += (
            f'<li><span class="nr" aria-hidden="true">{number}</span> {escape(words)} '
            f'<span class="stance {term.tone}"><span class="sign" aria-hidden="true">{term.sign}'
            f"</span> {escape(term.label)}</span></li>"
        )
    asked = [entry for entry in scene.entries if is_open(entry)]
    open_ = ""
    if asked:
        words = ngettext("%(number)s open question", "%(number)s open questions", len(asked))
        links = "".join(f"<li>{_link(entry, scene)}</li>" for entry in asked)
        summary = escape(words % {"number": number_worded(len(asked))})
        open_ = f"<details><summary>{summary}</summary><ul>{links}</ul></details>"
    numbers = "".join(
        f'<text x="{9 + APART * place}" y="{DOWN + 4}" text-anchor="middle">{place + 1}</text>'
        for place in range(len(rail.pairs))
    )
    today, day = escape(_("Today")), day_worded(date.fromordinal(scene.today))
    held = f'<ul class="held">{held}</ul>' if held else ""
    return (
        f'<li class="now">{_rail(rail, scene.today, numbers, begins=True)}<div>'
        f'<p class="when"><strong>{today}</strong> {escape(day)}</p>{held}{open_}</div></li>'
    )


def _gap(rail: Rail, days: int, day: int) -> str:
    said = ngettext(
        "%(number)s day without a dated entry", "%(number)s days without a dated entry", days
    ) % {"number": number_worded(days)}
    return f'<li class="gap">{_rail(rail, day)}<div>{escape(said)}</div></li>'


def _head(chapter: Chapter, rail: Rail, scene: Scene) -> str:
    months, days = heading_of(chapter, WIDE_ENOUGH)
    return (
        f'<li class="head">{_rail(rail, chapter.last)}<div><a {scene.way(chapter.window)}>'
        f"<strong>{escape(months)}</strong> {escape(days)}</a></div></li>"
    )


def _block(entry: DrawnEntry, rail: Rail, scene: Scene) -> str:
    item = scene.items[entry.number]
    marks = ""
    name = ""
    for place, pair in enumerate(rail.pairs):
        if entry in pair.dated:
            value = item.stance.value if item.stance else ""
            marks += f'<use href="#d-{value}" x="{9 + APART * place}" y="{DOWN}"/>'
            name += f'<span class="nr" aria-hidden="true">{place + 1}</span> '
    if entry.kind == Kind.SUMMIT:
        marks += f'<circle class="met" cx="{rail.spine}" cy="{DOWN}" r="7"/>'
        name = f"<strong>{escape(place_of(entry))}</strong> "
    elif not marks:
        marks += f'<circle class="event kind-{entry.kind}" cx="{rail.spine}" cy="{DOWN}" r="4"/>'
    said = ""
    if item.stance:
        said = (
            f' <span class="stance {item.stance.tone}"><span class="sign" aria-hidden="true">'
            f"{item.stance.sign}</span> {escape(item.stance.label)}</span>"
        )
    shown, details = scene.card(entry.number).untitled, escape(_("Details"))
    return (
        f'<li class="block kind-{entry.kind}">{_rail(rail, entry.stands, marks, entry=entry)}<div>'
        f'<p class="when">{name}{item.label}{said}</p><p class="headline" dir="auto">'
        f"{_link(entry, scene)}</p><details><summary>{details}</summary>"
        f'<div class="card">{shown}</div></details></div></li>'
    )


def _link(entry: DrawnEntry, scene: Scene) -> str:
    item = scene.items[entry.number]
    return f'<a href="{escape(entry.url)}"{scene.aside(entry.number)}>{item.title}</a>'


def _folded(entries: Sequence[DrawnEntry], rail: Rail, scene: Scene, day: int) -> str:
    """What has no place of its own in a chapter, behind its number."""
    said = ngettext("%(number)s more entry", "%(number)s more entries", len(entries)) % {
        "number": number_worded(len(entries))
    }
    links = "".join(
        f'<li><span class="when">{scene.items[entry.number].label}</span> '
        f"{_link(entry, scene)}</li>"
        for entry in entries
    )
    return (
        f'<li class="fold">{_rail(rail, day)}<div><details><summary>{escape(said)}</summary>'
        f"<ul>{links}</ul></details></div></li>"
    )


def _rail(
    rail: Rail, day: int, marks: str = "", *, entry: DrawnEntry | None = None, begins: bool = False
) -> str:
    """The part of the rail beside one entry, or on a day: above its mark what held after it, below
    it what held before. `begins`: the rail begins here."""
    parts = []
    for place, ribbons in enumerate(rail.ribbons):
        at = rail.reached[place]
        while at >= 0 and ribbons[at].begins > day:
            at -= 1
        above = below = at
        if entry and at >= 0:
            numbers = [number for number, one in enumerate(ribbons) if one.entry is entry]
            if numbers:
                above, below = numbers[0], numbers[0] - 1
        rail.reached[place] = below
        x = 9 + APART * place
        for number, top, bottom in ((above, "0", str(DOWN)), (below, str(DOWN), "100%")):
            if number >= 0 and not (begins and top == "0") and day <= ribbons[number].ends:
                name = "run" if day < ribbons[number].fresh else "aging"
                parts.append(
                    f'<line class="{name} {ribbons[number].stance}" x1="{x}" x2="{x}"'
                    f' y1="{top}" y2="{bottom}"/>'
                )
    x, from_ = rail.spine, DOWN if begins else 0
    parts.append(f'<line class="spine" x1="{x}" x2="{x}" y1="{from_}" y2="100%"/>')
    return (
        f'<svg class="rail" width="{rail.spine + 12}" height="100%" aria-hidden="true">'
        f"{''.join(parts)}{marks}</svg>"
    )
