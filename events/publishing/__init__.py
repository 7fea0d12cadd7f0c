"""The door between the desk and the public: the only writer of versions.

Every function here is one transaction and may be called from the admin, the API and commands alike.
"""

from events.publishing.checks import Surroundings, check
from events.publishing.door import (
    NotPublishable,
    NotPublished,
    not_withdrawn,
    publish,
    publish_many,
    standing,
    withdraw,
)
from events.publishing.rebuilding import rebuild
from events.publishing.republishing import naming, republish

__all__ = [
    "NotPublishable",
    "NotPublished",
    "Surroundings",
    "check",
    "naming",
    "not_withdrawn",
    "publish",
    "publish_many",
    "rebuild",
    "republish",
    "standing",
    "withdraw",
]
