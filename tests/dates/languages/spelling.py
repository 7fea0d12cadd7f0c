"""Texts with one of several words in them."""

from collections.abc import Iterable


def spelled(typed: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Each text with each of its words in the place of `{}`, and what it means."""
    return [
        (text.replace("{}", word), edtf)
        for text, edtf, words in typed
        for word in words.split(", ")
    ]
