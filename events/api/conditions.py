"""Tags of answers (`ETag`), and what a request says it has already (`If-None-Match`; RFC 9110, 13).

A tag has two parts. The first names the state of the record, the release and the address; the
second, where there is one, names what the answer holds. While the state lasts, one query tells that
nothing has changed. In another state the answer is made, and if it holds the same, whoever has it
keeps it.
"""

from hashlib import blake2b
from zlib import crc32

from django.http import HttpRequest
from django.utils.http import parse_etags

from events.api.negotiating import ENCODED
from events.api.shapes import REVISION

# Between the two parts.
HELD = "~"


class SentTags:
    """The tags that a request has sent. They are compared weakly, so it does not matter which of
    two is marked as weak."""

    def __init__(self, request: HttpRequest) -> None:
        sent = request.META.get("HTTP_IF_NONE_MATCH", "")
        self.given = [tag.removeprefix("W/").strip('"') for tag in parse_etags(sent)]

    def __bool__(self) -> bool:
        return bool(self.given)

    @property
    def is_star(self) -> bool:
        """Is the answer wanted only if there is none?"""
        return "*" in self.given

    def names_state(self, tag: str) -> str:
        """The tag, as it was sent, whose first part is this; empty if none has been. It is sent
        back so: a cache finds by it what it keeps (RFC 9111, 4.3.4)."""
        return next((one for one in self.given if _state_in(one) == tag), "")

    def names_held(self, held: str) -> str:
        """The same for the second part."""
        return next((one for one in self.given if held and one.partition(HELD)[2] == held), "")


def _state_in(tag: str) -> str:
    """The first part of a tag, whatever the answer was compressed with."""
    return tag.partition(HELD)[0].partition(ENCODED)[0]


def state_tag(state: str, request: HttpRequest) -> str:
    """The first part. It ends with the address: whoever sends it has had an answer there in this
    state, so the parameters need not be checked before it is compared."""
    return f"{state}-{REVISION}-{crc32(_address(request)):x}"


def held_tag(held: str, request: HttpRequest) -> str:
    """The second part: a short name for what an answer at this address holds."""
    told = blake2b(held.encode(), digest_size=9)
    told.update(REVISION.encode() + _address(request))
    return told.hexdigest()


def _address(request: HttpRequest) -> bytes:
    return f"{request.path}?{request.META.get('QUERY_STRING', '')}".encode()
