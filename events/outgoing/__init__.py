"""Connections that the site itself makes to addresses that somebody else has chosen.

Such an address may lead into the network that the site stands in, or to a server that never ends.
So a name is resolved once, all that it resolves to has to be public, and the connection goes to
what was looked at, not to the name; nothing follows a redirect without the same; and everything
together has one time and one size.
"""

from events.outgoing.addresses import NotPublic, Target, is_public, target_of
from events.outgoing.asking import Outgoing, Reply, TooLarge, Unreachable, ask, fetch

__all__ = [
    "NotPublic",
    "Outgoing",
    "Reply",
    "Target",
    "TooLarge",
    "Unreachable",
    "ask",
    "fetch",
    "is_public",
    "target_of",
]
