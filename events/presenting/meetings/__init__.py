"""Meetings: one with what surrounds it, two side by side, and any number beside each other."""

from events.presenting.meetings import comparison, meeting, several

__all__ = [
    "comparison",
    "meeting",
    "several",
]
