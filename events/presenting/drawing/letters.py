"""How wide a text is: at least as wide as in any of the fonts that it may be shown in.

The widths are those of DejaVu Sans, the widest font of the style sheet's families, in thousandths
of the size of the type.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WIDTHS = {
    280: "'ijlıіј",
    290: "ł",
    300: "IJΙІЈ",
    320: " ,.‘’‚·\xa0",
    340: "/:;\\|ι",
    360: "f",
    370: "-",
    390: "()[]",
    400: "t‹›",
    410: "!²³",
    420: "r",
    460: '"',
    500: "*_`–§°",
    520: "“”„",
    530: "szгѕ",
    540: "?з",
    550: "cεζсэє",
    560: "LΓνξ",
    570: "Ł",
    580: "Fkυχ",
    590: "•κςвть",
    600: "vxyγλухч",
    610: "PÞΡπτГРУкя",
    620: "TYaeoøð«»ΤΥδθοТабео",
    630: "ßђ",
    640: "$0123456789ESbdghnpqu{}đþ€£∴¶ΕΞΣβημρσЅЕлр",
    650: "Зи",
    660: "KΚαφψнпћџ",
    690: "ABVXZΑΒΔΖΛΧАБВХЧЬц",
    700: "CRЄСЭЯд",
    710: "Къ",
    740: "U",
    750: "NΝИ",
    760: "HΗΠЏЛНПм",
    770: "DΩ",
    780: "&GĐЦ",
    790: "OQØΘΟΦΨЂЋДОы",
    820: "w",
    840: "#+<=>^~±−+×÷→←↔↺ωЪ",
    850: "ю",
    860: "ф",
    870: "MΜМФ",
    880: "∅○",
    890: "Ы",
    900: "њ",
    910: "жљ",
    920: "ш",
    950: "%щ",
    970: "½",
    980: "mÆ",
    990: "Wæ",
    1000: "@—…©®™",
    1030: "œ",
    1040: "№",
    1050: "Њ",
    1070: "ŒШ",
    1080: "ЖЮ",
    1100: "ЉЩ",
}
# Letters with a mark above or below are as wide as without it. Of the others: the widest letters of
# the scripts that stand in rows, and those that fill a square.
OTHERS = 900
SQUARE = 1050
# Bold type is this much wider, and each letter by so many thousandths more.
BOLD, BOLDER = 1.08, 50
SOFT_HYPHEN = "\u00ad"


def _by_letter() -> dict[str, int]:
    return {letter: width for width, letters in WIDTHS.items() for letter in letters}


KNOWN = _by_letter()


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in pixels, in type of this size."""
    thousandths = sum(KNOWN.get(letter) or _learnt(letter) for letter in text)
    if bold:
        thousandths = round(thousandths * BOLD) + len(text) * BOLDER
    return thousandths * size / 1000


def _learnt(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    width = KNOWN.get(base)
    if width is None:
        square = unicodedata.east_asian_width(letter) in "WF"
        marks = unicodedata.combining(letter) or letter == SOFT_HYPHEN
        width = 0 if marks else SQUARE if square else OTHERS
    KNOWN[letter] = width
    return width


@lru_cache(maxsize=4096)
def wrapped(text: str, most: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than that. A word that is wider by itself is parted."""
    lines = [""]
    for word in _words(text, most, size, bold):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(longer, size, bold=bold) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line for line in lines if line)


def _words(text: str, most: float, size: float, bold: bool) -> Iterator[str]:
    for word in text.split():
        part = ""
        for letter in word:
            if part and width_of(part + letter, size, bold=bold) > most:
                yield part
                part = ""
            part += letter
        if part:
            yield part
