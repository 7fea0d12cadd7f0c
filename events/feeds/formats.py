"""The formats in which readers can take along what a page lists."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class ListFormat:
    """`name`: that of its address (`pages:feed`). `label`: what the link to it says."""

    name: str
    media_type: str
    label: Promise

    @property
    def content_type(self) -> str:
        return f"{self.media_type}; charset=utf-8"
