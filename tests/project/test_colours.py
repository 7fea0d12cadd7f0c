"""The colours of kinds and statuses: the style sheet has them, in every palette, as the table says.

Colour never stands alone: that a word says the same is tested where the pages are.
"""

import re
from itertools import combinations
from pathlib import Path

import pytest
from PIL.ImageColor import getrgb

from events.presenting.previews import drawing, lines
from events.views.frame import accents
from events.vocabulary import TRAITS, Kind, Stance, Tone

SHEET = Path(__file__).parents[2] / "static/site/site.css"
# In a sheet of its own, which a page takes where it is dark.
DARK_SHEET = SHEET.with_name("dark.css")
CSS, DARK_CSS = (
    re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    for sheet in (SHEET, DARK_SHEET)
)
# Text, as large as it may be, can be read at this contrast (WCAG 2.2, 1.4.3), and a picture be made
# out at that one (1.4.11).
READABLE, VISIBLE = 4.5, 3


def blocks(css: str) -> dict[str, str]:
    """What stands in braces, by what stands before them; once more within media queries."""
    found: dict[str, str] = {}
    depth = start = begin = 0
    for place, sign in enumerate(css):
        if sign == "{":
            begin = place if not depth else begin
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                heading = " ".join(css[start:begin].split()).lstrip("; ")
                found[heading] = f"{found.get(heading, '')};{css[begin + 1 : place]}"
                start = place + 1
    return found


IS_DARK = "(prefers-color-scheme: dark)"
RULES, OF_DARK = blocks(CSS), blocks(DARK_CSS)
LIGHT, DARK = "", f"@media {IS_DARK}"
CLEAR = "@media (prefers-contrast: more)"
CLEAR_DARK = f"{CLEAR} and {IS_DARK}"
RULES |= {DARK: f":root {{{OF_DARK[':root']}}}", CLEAR_DARK: OF_DARK[CLEAR]}


def palette(medium: str) -> dict[str, str]:
    """The colours by name that the style sheet sets for a medium."""
    root = (blocks(RULES[medium]) if medium else RULES).get(":root", "")
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", root))


PALETTES = {
    "light": palette(LIGHT),
    "dark": palette(LIGHT) | palette(DARK),
    "more contrast": palette(LIGHT) | palette(CLEAR),
    "dark with more contrast": palette(LIGHT)
    | palette(DARK)
    | palette(CLEAR)
    | palette(CLEAR_DARK),
    "print": palette(LIGHT) | palette("@media print"),
}


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2."""
    lighter, darker = sorted(map(luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in getrgb(colour)[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("medium", [LIGHT, DARK, CLEAR, CLEAR_DARK])
@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_a_colour_in_each_palette(kind: Kind, medium: str) -> None:
    where = f"{SHEET.name}, {medium or ':root'}"

    assert kind in palette(medium), f"{where}: no --{kind}"


def test_there_is_no_other_palette_for_kinds() -> None:
    """One that gives a colour to some kinds and not to others would be seen by few."""
    with_kinds = {
        heading
        for heading in [LIGHT, *RULES]
        if heading[:1] in ("", "@") and Kind.SUMMIT in palette(heading)
    }
    assert with_kinds == {LIGHT, DARK, CLEAR, CLEAR_DARK}


def test_what_is_dark_stands_in_the_dark_sheet_alone() -> None:
    assert IS_DARK not in CSS
    assert set(OF_DARK) == {":root", CLEAR}


@pytest.mark.parametrize("scheme", accents.GROUNDS)
def test_an_accent_is_judged_on_the_grounds_of_the_pages(scheme: str) -> None:
    found = PALETTES[scheme]
    assert [getrgb(ground) for ground in accents.GROUNDS[scheme]] == [
        getrgb(found[name]) for name in ("paper", "raised", "notice")
    ]


@pytest.mark.parametrize("kind", Kind)
def test_what_is_of_a_kind_has_its_colour(kind: Kind) -> None:
    rule = RULES.get(f".kind-{kind}", "")

    assert f"--kind: var(--{kind})" in rule, f"{SHEET.name}: no rule .kind-{kind}"


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("kind", Kind)
def test_the_colour_of_a_kind_can_be_read_on_paper(kind: Kind, name: str) -> None:
    """As the word for the kind in front of an entry, and as a dot or a mark in the drawing."""
    found = PALETTES[name]

    assert kind in found, f"{SHEET.name}: no --{kind} ({name})"
    assert contrast(found[kind], found["paper"]) >= READABLE, name


@pytest.mark.parametrize("name", PALETTES)
def test_no_two_kinds_have_the_same_colour(name: str) -> None:
    colours = {kind: PALETTES[name].get(kind) for kind in Kind}

    assert not [pair for pair in combinations(Kind, 2) if len({colours[kind] for kind in pair}) < 2]


@pytest.mark.parametrize("kind", Kind)
def test_a_card_has_the_colour_of_the_pages(kind: Kind) -> None:
    where = f"events/vocabulary/kinds.py and {SHEET.name}"
    colour = TRAITS[kind].colour if kind in TRAITS else None

    assert colour == PALETTES["light"].get(kind), f"{where}: two colours for {kind}"


def test_a_card_is_on_the_paper_of_the_pages() -> None:
    found = (drawing.PAPER, drawing.INK, drawing.SOFT, drawing.RULE)

    assert found == tuple(PALETTES["light"][name] for name in ("paper", "ink", "soft", "rule"))


def test_a_picture_has_the_colours_of_the_pages() -> None:
    assert {
        stance: PALETTES["light"][stance] for stance in Stance if stance != Stance.TAKEN_BACK
    } == lines.STANCES


@pytest.mark.parametrize("tone", Tone)
def test_a_status_is_coloured_by_its_tone(tone: Tone) -> None:
    """What is over is as soft as all that is said in passing."""
    rule = RULES.get(f".status.{tone}", RULES[".status, .attendance, .contested, .how"])

    assert (f".status.{tone}" in RULES) == (tone != Tone.OVER)
    found = re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", rule)
    assert len(found) == 1
    for name, colours in PALETTES.items():
        assert contrast(colours[found[0]], colours["paper"]) >= READABLE, name


@pytest.mark.parametrize("stance", Stance)
def test_a_stance_has_a_colour_that_can_be_read(stance: Stance) -> None:
    """As a word on paper, and as the ground of its sign, which has the colour of paper."""
    rule = RULES[f".stance.{stance}, .stand.{stance}"]
    [colour] = re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", rule)

    assert colour == ("soft" if stance == Stance.TAKEN_BACK else stance)
    assert f"var(--{colour})" in RULES.get(f".{stance} .sign", RULES[".sign"])
    for name, colours in PALETTES.items():
        assert contrast(colours[colour], colours["paper"]) >= READABLE, name


@pytest.mark.parametrize("name", PALETTES)
def test_no_two_stances_have_the_same_colour(name: str) -> None:
    held = [stance for stance in Stance if stance != Stance.TAKEN_BACK]

    assert len({PALETTES[name][stance] for stance in held}) == len(held)


def test_where_the_reader_chose_the_colours_marks_have_one() -> None:
    """There the colours of kinds are not shown: the names of the lanes and the titles tell them."""
    drawn = blocks((SHEET.parent / "drawing.css").read_text("utf-8"))
    forced = blocks(drawn["@media (forced-colors: active)"])

    assert [
        heading for heading, rule in forced.items() if ".marks a" in heading and "LinkText" in rule
    ]
