"""What the desk knows that no form should have to: who may do what."""

from events.desk import roles

__all__ = [
    "roles",
]
