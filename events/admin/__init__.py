"""The editors' desk: every model in Django's admin, and the way from a draft to the public."""

from events.admin import (
    accounts,
    actors,
    entries,
    jobs,
    lists,
    overview,
    reference,
    sessions,
    site,
    tokens,
    versions,
)
from events.admin.attempts import forget_attempts

__all__ = [
    "accounts",
    "actors",
    "entries",
    "forget_attempts",
    "jobs",
    "lists",
    "overview",
    "reference",
    "sessions",
    "site",
    "tokens",
    "versions",
]

sessions.listen()
