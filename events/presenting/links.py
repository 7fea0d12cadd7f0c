"""Where a reader stands: the day, and the addresses of pages.

Addresses are reversed once for a list, because reversing costs more than showing."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse


class Links:
    """Addresses in the reader's language. `day`: today, or the one that a reader has gone back to,
    whose name is then `as_of` and stays with the reader from link to link."""

    def __init__(self, day: date, as_of: str = "") -> None:
        self.day = day.isoformat()
        self._entries = reverse("pages:entries")
        self._timeline = reverse("pages:timeline")
        self._actors = reverse("pages:actors")
        self._topics = reverse("pages:topics")
        self._positions = reverse("pages:positions")
        self._suffix = "?" + urlencode({"as_of": as_of}) if as_of else ""
        self._as_of = [("as_of", as_of)] if as_of else []

    def entry(self, slug: str) -> str:
        return f"{self._entries}{slug}/{self._suffix}"

    def actor(self, slug: str) -> str:
        return f"{self._actors}{slug}/{self._suffix}"

    def topic(self, slug: str) -> str:
        return f"{self._topics}{slug}/{self._suffix}"

    def cell(self, actor: str, topic: str) -> str:
        """What an actor has said on a topic."""
        return f"{self._positions}{actor}/{topic}/{self._suffix}"

    def page(self, name: str, *args: str) -> str:
        """Another page by the name of its address."""
        return f"{reverse(f'pages:{name}', args=args)}{self._suffix}"

    def timeline(self, *filters: tuple[str, str]) -> str:
        query: Iterable[tuple[str, str]] = [*filters, *self._as_of]
        return f"{self._timeline}?{urlencode(list(query))}"
