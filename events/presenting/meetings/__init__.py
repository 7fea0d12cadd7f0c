"""Meetings: one with what surrounds it, and two or more beside each other."""

from events.presenting.meetings import comparison, meeting, several

__all__ = [
    "comparison",
    "meeting",
    "several",
]
