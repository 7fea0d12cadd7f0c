"""The typefaces of the cards, which come with the site (`fonts/`, each with its licence).

Source Serif has Latin, Greek and Cyrillic letters; a subset of DejaVu Sans has what it lacks:
Hebrew, Arabic, Armenian and Georgian.
"""

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont, features
from PIL.ImageFont import FreeTypeFont

FOLDER = Path(__file__).parent / "fonts"
REGULAR = "SourceSerifPro-Regular.ttf"
BOLD = "SourceSerifPro-Bold.ttf"
# For letters that the others lack.
SPARE = "DejaVuSans-Bold-subset.ttf"
# No font has it, so it is drawn like any other missing letter.
UNASSIGNED = "\U0010fffd"
PROBE = 20
# Whether text that runs from right to left, or whose letters join, can be laid out.
COMPLEX = features.check("raqm")


@lru_cache(maxsize=64)
def font(name: str, size: int) -> FreeTypeFont:
    engine = ImageFont.Layout.RAQM if COMPLEX else ImageFont.Layout.BASIC
    return ImageFont.truetype(FOLDER / name, size, layout_engine=engine)


def fitting(said: str, name: str) -> str:
    """The font of that name if it has all the letters of a text, else the spare one."""
    return name if all(_has(name, letter) for letter in set(said)) else SPARE


def can_write(said: str) -> bool:
    return any(all(_has(name, letter) for letter in set(said)) for name in (BOLD, SPARE))


@lru_cache(maxsize=8192)
def _has(name: str, letter: str) -> bool:
    """Has the font this letter? Invisible characters, such as spaces and marks of direction, need
    no glyph."""
    if not letter.isprintable() or letter.isspace():
        return True
    probe = font(name, PROBE)
    return bytes(probe.getmask(letter)) != bytes(probe.getmask(UNASSIGNED))
