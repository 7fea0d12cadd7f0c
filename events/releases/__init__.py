"""Making releases: the record as it is, frozen under a name, and what has changed since then.

They are read by `events.public`.
"""

from events.log import Release
from events.releases.differences import Outcome, applied
from events.releases.making import CannotRelease, make, remake

__all__ = ["CannotRelease", "Outcome", "Release", "applied", "make", "remake"]
