"""The door between the desk and the public: the only writer of versions.

Every function here is one transaction and may be called from the admin, the API and commands alike.
"""

from events.log import WrongDerivation
from events.publishing.checks import Surroundings, check
from events.publishing.door import (
    Note,
    NotPublishable,
    NotPublished,
    publish,
    publish_many,
    standing,
    withdraw,
)
from events.publishing.problems import Need, Problem, Where
from events.publishing.rebuilding import rebuild, rebuild_needed, versions_in_log
from events.publishing.republishing import count_naming, naming, republish

__all__ = [
    "Need",
    "NotPublishable",
    "NotPublished",
    "Note",
    "Problem",
    "Surroundings",
    "Where",
    "WrongDerivation",
    "check",
    "count_naming",
    "naming",
    "publish",
    "publish_many",
    "rebuild",
    "rebuild_needed",
    "republish",
    "standing",
    "versions_in_log",
    "withdraw",
]
