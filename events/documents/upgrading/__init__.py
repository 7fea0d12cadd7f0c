"""Documents of older shapes in today's."""

from events.documents.upgrading.chain import NewerShape, Upgraded, upgrade, upgraded
from events.documents.upgrading.stored import Stored

__all__ = ["NewerShape", "Stored", "Upgraded", "upgrade", "upgraded"]
