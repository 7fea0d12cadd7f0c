"""Meetings: one with what lies around it, and two side by side."""

from events.presenting.meetings import comparison, meeting

__all__ = [
    "comparison",
    "meeting",
]
