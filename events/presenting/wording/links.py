"""A reader's place: the day, the language, and the addresses of pages."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def path_to(name: str, *args: str) -> str:
    """The path of a page by the name of its URL pattern, in the reader's language."""
    return _path(name, args, get_language(), get_script_prefix())


# A page has dozens of addresses, and finding one takes longer than showing it.
@lru_cache(maxsize=2000)
def _path(name: str, args: tuple[str, ...], language: str | None, prefix: str) -> str:
    return reverse(name, args=args)


class Links:
    """Addresses in the reader's language. `day`: today, or the one that the reader has gone back
    to, whose name is then `as_of` and is carried along from link to link."""

    def __init__(self, day: date, as_of: str = "") -> None:
        self.day = day.isoformat()
        self.as_of = as_of
        # Looked up once, because a list shows hundreds of texts.
        self.language = get_language() or ""
        self._entries = path_to("pages:entries")
        self._timeline = path_to("pages:timeline")
        self._actors = path_to("pages:actors")
        self._topics = path_to("pages:topics")
        self._sources = path_to("pages:sources")
        self._positions = path_to("pages:positions")
        self._suffix = "?" + urlencode({"as_of": as_of}) if as_of else ""
        self._as_of = [("as_of", as_of)] if as_of else []

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Links) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, str, str]:
        """All that two can differ in: the path has the language, and where the site is."""
        return self.day, self.as_of, self._entries

    def entry(self, slug: str) -> str:
        return f"{self._entries}{slug}/{self._suffix}"

    def actor(self, slug: str) -> str:
        return f"{self._actors}{slug}/{self._suffix}"

    def topic(self, slug: str) -> str:
        return f"{self._topics}{slug}/{self._suffix}"

    def source(self, slug: str) -> str:
        """What became of what was taken from a source."""
        return f"{self._sources}{slug}/{self._suffix}"

    def commitments(self, topic: str) -> str:
        """The commitments on a topic."""
        query: Iterable[tuple[str, str]] = [("topic", topic), *self._as_of]
        return f"{path_to('pages:commitments')}?{urlencode(list(query))}"

    def cell(self, actor: str, topic: str) -> str:
        """What an actor has said on a topic."""
        return f"{self._positions}{actor}/{topic}/{self._suffix}"

    def page(self, name: str, *args: str) -> str:
        """Another page, by the name of its URL pattern."""
        return f"{path_to(f'pages:{name}', *args)}{self._suffix}"

    def of_process(self, name: str, process: str) -> str:
        """Another page that lists something, narrowed to a process."""
        query = [("process", process), *self._as_of]
        return f"{path_to(f'pages:{name}')}?{urlencode(query)}"

    def timeline(self, *filters: tuple[str, str]) -> str:
        query: Iterable[tuple[str, str]] = [*filters, *self._as_of]
        return f"{self._timeline}?{urlencode(list(query))}"
