"""Where an address leads: looked up once, and refused unless all of it is public."""

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

PORTS = {"http": 80, "https": 443}
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Networks of version 6 in whose addresses one of version 4 is put, by where its 32 bits end: those
# of RFC 6052, 8215 and 4291.
WITHIN = (
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("64:ff9b:1::/48"), 0),
    (ipaddress.IPv6Network("::/96"), 0),
)


class NotPublic(Exception):
    """An address that the site does not go to; the message is a sentence that says why."""


@dataclass(frozen=True)
class Target:
    """What an address has led to: the `address` that is connected to, as the server `host`."""

    scheme: str
    host: str
    port: int
    address: str
    # Path and query, as they are sent.
    path: str


def target_of(url: str, *, ports: Collection[int] = (80, 443), private: bool = False) -> Target:
    """Look a URL up. Raises `NotPublic`. `private`: addresses that are not public are allowed, and
    so is every port."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NotPublic(_("That is no address of the web.")) from None
    if parts.scheme not in PORTS or not host or any(ord(char) <= 32 for char in url.strip()):
        raise NotPublic(_("An address has to begin with “https://” or “http://”."))
    if parts.username is not None or parts.password is not None:
        raise NotPublic(_("An address may not have a user name or a password in it."))
    port = PORTS[parts.scheme] if port is None else port
    if port not in ports and not private:
        allowed = ", ".join(map(str, sorted(ports)))
        raise NotPublic(_("The port has to be one of: %(ports)s.") % {"ports": allowed})
    found = _looked_up(host, port)
    if not private and not all(is_public(address) for address in found):
        raise NotPublic(_("“%(host)s” does not lead to the public internet.") % {"host": host})
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, found[0], _sendable(path))


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet, whatever form it has been put into."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(form) for form in _forms(address))


def _forms(address: Address) -> list[Address]:
    """The address, and those of version 4 that reach the same through it."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if mapped := address.ipv4_mapped:
        return [mapped]
    forms: list[Address] = [address]
    if address.sixtofour:
        forms.append(address.sixtofour)
    if address.teredo:
        forms += address.teredo
    for network, end in WITHIN:
        if address in network:
            # What stands for one of version 4 is as public as that.
            forms = [ipaddress.IPv4Address(int(address) >> end & 0xFFFFFFFF)]
            if network.network_address == ipaddress.IPv6Address("64:ff9b:1::"):
                # A network of one's own, by its definition.
                forms.append(ipaddress.IPv4Address("127.0.0.1"))
    return forms


def _is_global(address: Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _looked_up(host: str, port: int) -> list[str]:
    try:
        name = host if ":" in host else host.encode("idna").decode()
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotPublic(_("“%(host)s” is not found.") % {"host": host}) from None
    addresses = [str(info[4][0]) for info in found]
    if not addresses:
        raise NotPublic(_("“%(host)s” is not found.") % {"host": host})
    return addresses


def _sendable(path: str) -> str:
    return "".join(char if char.isascii() else _escaped(char) for char in path)


def _escaped(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
