"""The colour that whoever embeds a page can ask for: of its links, in the scheme or schemes in
which they can be read in it (WCAG 2.2, 1.4.3)."""

import re

# By scheme, the grounds on which a page has links: paper, a card, a notice. They are those of
# `static/site/site.css` and `dark.css`.
GROUNDS = {
    "light": ("#fbfaf7", "#ffffff", "#fff3cf"),
    "dark": ("#15171b", "#1d2026", "#3b3113"),
}
READABLE = 4.5
COLOUR = re.compile(r"[0-9a-f]{6}")
SHORT = re.compile(r"[0-9a-f]{3}")


def hexadecimal(asked: str) -> str:
    """Six digits for a colour as people write it (`#06C`, `0066cc`); empty if it is none."""
    digits = asked.strip().removeprefix("#").lower()
    if SHORT.fullmatch(digits):
        digits = "".join(digit * 2 for digit in digits)
    return digits if COLOUR.fullmatch(digits) else ""


def schemes(colour: str) -> tuple[str, ...]:
    """In which schemes links of this colour can be read. `colour`: six digits."""
    return tuple(scheme for scheme in GROUNDS if lowest(colour, scheme) >= READABLE)


def lowest(colour: str, scheme: str) -> float:
    """The lowest of its contrasts to the grounds of a scheme."""
    return min(contrast(colour, ground) for ground in GROUNDS[scheme])


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def style_sheet(colour: str) -> str:
    """Where a reader asks for more contrast, the site's own colours stay."""
    return (
        "@media not (prefers-contrast: more) {\n"
        f"  :root {{ --link: #{colour}; --accent: #{colour}; }}\n"
        "}\n"
    )


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
