"""Draws a card: a calm page with a bar in the colour of the kind, and a title as large as fits."""

import unicodedata
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont

from events.presenting.previews.fonts import BOLD, COMPLEX, REGULAR, fitting, font

WIDTH, HEIGHT = 1200, 630
EDGE = 84
BAR = 28
PAPER, INK, SOFT, RULE = "#fbfaf7", "#1c1b19", "#56524a", "#d8d3c7"
# Sizes of a title, largest first, each with the number of lines that fit.
TITLES = ((72, 3), (54, 4), (44, 5))
LEADING = 1.22
# A longer text is cut before it is laid out: no title needs as much, and laying out takes time.
LONGEST = 500
ELLIPSIS = "…"


@lru_cache(maxsize=128)
def draw(site: str, label: str, title: str, language: str, foot: str, colour: str) -> bytes:
    """The PNG. The same card is drawn once, however often it is asked for."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, BAR, HEIGHT), fill=colour)
    _line(pen, site, (EDGE, 60), 34, INK, BOLD)
    pen.line((EDGE, 118, WIDTH - EDGE, 118), fill=RULE, width=2)
    top = 152
    if label:
        pen.ellipse((EDGE, top + 13, EDGE + 22, top + 35), fill=colour)
        _line(pen, label, (EDGE + 38, top), 34, colour, BOLD)
        top += 66
    _title(pen, title, language, top, HEIGHT - 138)
    pen.line((EDGE, HEIGHT - 118, WIDTH - EDGE, HEIGHT - 118), fill=RULE, width=2)
    _line(pen, foot, (EDGE, HEIGHT - 96), 40, SOFT, REGULAR)
    written = BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def _title(pen: ImageDraw.ImageDraw, title: str, language: str, top: int, bottom: int) -> None:
    said = " ".join(title.split())[:LONGEST]
    name = fitting(said, BOLD)
    leftwards = from_right(said)
    room = WIDTH - 2 * EDGE
    for size, most in TITLES:
        face = font(name, size)
        lines, whole = wrapped(said, face, room, most)
        if whole:
            break
    height = round(size * LEADING)
    y = top + max((bottom - top - height * len(lines)) // 2, 0)
    for line in lines:
        x, anchor = (WIDTH - EDGE, "ra") if leftwards else (EDGE, "la")
        options: dict[str, Any] = {"direction": "rtl" if leftwards else "ltr", "language": language}
        pen.text((x, y), line, INK, face, anchor, **(options if COMPLEX else {}))
        y += height


def _line(
    pen: ImageDraw.ImageDraw, said: str, place: tuple[int, int], size: int, ink: str, name: str
) -> None:
    """One line, cut if it is too long."""
    said = " ".join(said.split())[:LONGEST]
    face = font(fitting(said, name), size)
    [line], _whole = wrapped(said, face, WIDTH - EDGE - place[0], 1)
    pen.text(place, line, ink, face, "la")


def wrapped(said: str, face: FreeTypeFont, room: float, most: int) -> tuple[list[str], bool]:
    """The text in one to `most` lines, and whether all of it is there; a cut text ends in an
    ellipsis."""
    lines = [""]
    for word in said.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if face.getlength(longer) <= room:
            lines[-1] = longer
        elif len(lines) < most and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
            return [*lines[:-1], _cut(lines[-1], face, room)], False
        if face.getlength(lines[-1]) > room:  # one long word
            return [*lines[:-1], _cut(lines[-1], face, room)], False
    return lines, True


def _cut(line: str, face: FreeTypeFont, room: float) -> str:
    fits, too_long = 0, len(line)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if face.getlength(line[:middle].rstrip() + ELLIPSIS) <= room:
            fits = middle
        else:
            too_long = middle
    return line[:fits].rstrip(" ,;:–-.") + ELLIPSIS


def from_right(said: str) -> bool:
    """Is a text written from right to left? Its first letter with a direction decides."""
    for letter in said:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
