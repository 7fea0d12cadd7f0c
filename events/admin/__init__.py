"""The editors' desk: every model in Django's admin, and the way from a draft to the public."""

from events.admin import actors, entries, lists, overview, reference, site, versions

__all__ = ["actors", "entries", "lists", "overview", "reference", "site", "versions"]
