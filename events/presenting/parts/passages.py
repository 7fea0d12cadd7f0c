"""Addresses that lead to a passage of a page: text fragments.

A browser that knows them (wicg.github.io/scroll-to-text-fragment) scrolls to the words and marks
them; any other opens the page. The words have to be on the page as they are written, so of a quote
with something left out only the parts between count.
"""

import re
from urllib.parse import quote, urlsplit

DIRECTIVE = ":~:text="
# What is left out or added in a quote, and so is not on the page: “…”, “...”, “[…]”, “[he]”.
NOT_THERE = re.compile(r"\[[^\]]*\]|…|\.\.\.")
# Marks around a quote, which are the editors' and not the page's.
MARKS = " \t\n\"'“”„‟«»‹›‘’‚"
# A longer passage is found by its first and last words.
LONGEST = 120
WORDS_AT_EITHER_END = 6
# A shorter part stands in too many places.
FEWEST_LETTERS = 8
# Documents of these sorts have no words that a browser could look for.
NO_PAGES = (".pdf", ".mp3", ".mp4", ".jpg", ".png")


def passage(url: str, words: str) -> str:
    """The address of these words on the page; that of the page where they cannot be told apart.
    `url`: a web address, or none."""
    found = fragment(words)
    if not url or not found or DIRECTIVE in url:
        return url
    if urlsplit(url).path.lower().endswith(NO_PAGES):
        return url
    return f"{url}{'' if '#' in url else '#'}{found}"


def fragment(words: str) -> str:
    """What follows the number sign, of the longest part of a quote; empty for one that is too
    short."""
    parts = [" ".join(part.split()).strip(MARKS) for part in NOT_THERE.split(words)]
    longest = max(parts, key=len, default="")
    if len(longest) < FEWEST_LETTERS:
        return ""
    terms = longest.split(" ")
    if len(longest) <= LONGEST or len(terms) <= 2 * WORDS_AT_EITHER_END:
        return DIRECTIVE + _escaped(longest)
    start = " ".join(terms[:WORDS_AT_EITHER_END])
    end = " ".join(terms[-WORDS_AT_EITHER_END:])
    return f"{DIRECTIVE}{_escaped(start)},{_escaped(end)}"


def _escaped(words: str) -> str:
    """Commas, hyphens and ampersands have a meaning of their own there; `quote` leaves hyphens."""
    return quote(words, safe="").replace("-", "%2D")
