"""Lists of entries: pages of them, counts, searches, and what belongs to an entry."""
