"""Addresses of lists of the API, and of the readers' pages, for a record of each kind."""

LISTS = (
    *("entries/", "summits/", "commitments/", "positions/", "developments/", "questions/"),
    *("entries/?order=oldest", "entries/?q=title", "entries/?actor=france", "entries/?limit=3"),
    *("entries/?from=2025-01-01&to=2026-12-31", "positions/?topic=force&stance=supports"),
)
PAGES = (
    *("", "timeline/", "timeline/?from=2025-01-01&to=2026-12-31", "since/"),
    *("search/?q=title", "search/?q=title&kind=summit", "meetings/"),
    *("commitments/", "commitments/?by=actor", "commitments/?by=map"),
    *("questions/", "questions/?by=topic"),
    *("positions/", "positions/changes/", "positions/germany/force/"),
    *("actors/", "actors/germany/", "topics/", "topics/force/"),
    *("compare/", "compare/first/meeting/", "feed.atom", "calendar.ics"),
    *(f"entries/{slug}/" for slug in ("meeting", "promise", "stand", "event", "unclear")),
    *("entries/promise/versions/", "entries/promise/versions/?from=1&to=2"),
    *("entries/promise/versions/1/", "entries/promise/versions/2/"),
    *("entries/promise/versions/1/citation.bib", "entries/promise/card.png"),
)
