"""Both drawings of some entries, and what has no mark in the wide one."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.presenting.drawing.chapters.axis import TimeAxis
from events.presenting.drawing.chapters.course import course
from events.presenting.drawing.chapters.scene import Scene, scene_of
from events.presenting.drawing.chapters.wide import REST, wide
from events.presenting.drawing.scale import Window
from events.presenting.lists import Item
from events.presenting.parts import number_worded
from events.presenting.wording import Links

__all__ = ["REST", "Course", "drawn_course"]


@dataclass(frozen=True, slots=True)
class Course:
    """`wide`: for where there is room; `narrow`: for where there is little. `window`: from the
    first day to the last that is shown; `closer`: where to go for a closer look. `places`: where
    days are in the wide drawing, for a script: day and share of the width, in order."""

    wide: SafeString
    narrow: SafeString
    window: Window
    closer: Window
    places: str


def drawn_course(
    items: Sequence[Item],
    links: Links,
    today: int,
    window: Window | None,
    way: Callable[[Window], str],
    beside: str = "",
    marked: str = "",
) -> Course:
    """The entries of these items, as lists have them, the newest first. `window`: the one that was
    chosen; None for all of them. `way`: the attributes of a link to a window; `beside`: those of
    links to entries; `marked`: the id of the entry that the drawing is about, empty for none."""
    scene = scene_of(items, links, today, window, way, beside, marked)
    drawing = wide(scene)
    axis = drawing.axis
    return Course(
        SafeString(drawing.svg + _rest(scene, drawing.drawn)),
        course(scene, axis),
        window or axis.shown,
        _closer(scene, axis),
        " ".join(f"{day:.1f},{x / drawing.width:.5f}" for day, x in axis.places),
    )


def _rest(scene: Scene, drawn: frozenset[int]) -> str:
    """What has no mark, behind its number: a link to each."""
    rest = [entry for entry in scene.entries if entry.number not in drawn]
    if not rest:
        return ""
    said = ngettext(
        "%(number)s more entry, without a mark in the drawing",
        "%(number)s more entries, without a mark in the drawing",
        len(rest),
    ) % {"number": number_worded(len(rest))}
    links = "".join(
        f'<li><span class="when">{scene.items[entry.number].label}</span>'
        f' <a href="{escape(entry.url)}"{scene.aside(entry.number)}>'
        f"{scene.items[entry.number].title}</a></li>"
        for entry in rest
    )
    name = escape(_("Other entries"))
    shown = " open" if any(entry.number == scene.marked for entry in rest) else ""
    return (
        f'<details class="rest"{shown}><summary>{escape(said)}</summary>'
        f'<ul id="{REST}" aria-label="{name}">{links}</ul></details>'
    )


def _closer(scene: Scene, axis: TimeAxis) -> Window:
    """The chapter with most entries, the latest of several such; else a third of the only one."""
    days = [entry.stands for entry in scene.entries]
    window = scene.window or axis.shown
    if len(axis.chapters) < 2:
        return window.closer(days)
    counts: Counter[int] = Counter()
    for number, chapter in enumerate(axis.chapters):
        counts[number] = sum(chapter.first <= day <= chapter.last for day in days)
    return axis.chapters[max(counts, key=lambda number: (counts[number], number))].window
