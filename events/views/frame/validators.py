"""What names a page in caches (RFC 9110, 8.8.3): it changes when what is on the page does.

A tag has two parts. The first is a digest of what the reader got; the second is the state of the
record, the day and the release in which it was made. As long as that state lasts, whoever sends the
tag is told for the price of one query, by any process, that nothing has changed. In another state
the page is made again, once for each process; if it is the same to the byte, the reader is told
so, and keeps what it has.
"""

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import get_language

from events.public import Kept
from events.views.frame.look import Look, look_of

# How many pages a process remembers.
REMEMBERED = 4096


class Address(NamedTuple):
    """What a page depends on besides the state. Some pages have the host in their links."""

    host: str
    path: str
    language: str
    is_part: bool
    is_framed: bool
    look: Look

    @classmethod
    def of(cls, request: HttpRequest) -> "Address":
        return cls(
            f"{request.scheme}://{request.get_host()}",
            request.get_full_path(),
            get_language() or "",
            bool(getattr(request, "htmx", False)),
            bool(getattr(request, "embedded", False)),
            look_of(request),
        )


class Validator:
    """The tags of one answer: made before the answer is, and told its text afterwards."""

    def __init__(self, request: HttpRequest, kept: Kept, release: str) -> None:
        self.given = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
        self.address = Address.of(request)
        # Nothing of before a redaction or of another release is ever told to be unchanged.
        self.epoch = f"{kept.redaction}-{release}"
        part = "list" if self.address.is_part else "page"
        day = timezone.localdate().isoformat()
        self.state = f"{kept.seq}-{self.address.language}-{part}-{day}-{self.epoch}"
        self.digest = _memory.recall(self.address, self.state)

    def unchanged(self) -> str:
        """The tag, of those that the reader has sent, that names this answer; empty if none does.

        It is sent back as it is: a cache finds by it what it keeps (RFC 9111, 4.3.4).
        """
        for given in self.given:
            digest, _dot, state = given.removeprefix("W/").strip('"').partition(".")
            if state == self.state or (self.digest and digest == self.digest):
                return given
        # The star asks whether there is an answer at all, which is known once there is one.
        return self.tag if self.digest and self.given == ["*"] else ""

    def made(self, response: HttpResponse) -> None:
        """Take note of an answer."""
        digest = blake2b(response.content, digest_size=12, key=self.epoch.encode()[:64])
        self.digest = digest.hexdigest()
        _memory.keep(self.address, self.state, self.digest)

    @property
    def tag(self) -> str:
        return f'"{self.digest}.{self.state}"'


class Memory:
    """The digests of the pages that this process has made of late, and in which state."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lock = Lock()
        self.pages: OrderedDict[Address, tuple[str, str]] = OrderedDict()

    def recall(self, address: Address, state: str) -> str:
        """The digest of a page in this state; empty if it is not known."""
        with self.lock:
            made_in, digest = self.pages.get(address, ("", ""))
        return digest if made_in == state else ""

    def keep(self, address: Address, state: str, digest: str) -> None:
        with self.lock:
            self.pages[address] = state, digest
            self.pages.move_to_end(address)
            while len(self.pages) > self.size:
                self.pages.popitem(last=False)


_memory = Memory(REMEMBERED)
