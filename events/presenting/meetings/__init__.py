"""Meetings: one with what surrounds it, and two side by side."""

from events.presenting.meetings import comparison, meeting

__all__ = [
    "comparison",
    "meeting",
]
