"""What the drawing above the list shows, and where it leads."""

import re
from urllib.parse import parse_qs, urlsplit

TIMELINE = "/en/timeline/"


def window(drawing):
    return str(drawing.window.first_day), str(drawing.window.last_day)


def entries(drawing):
    """The slugs of what is drawn one by one, in both drawings."""
    if drawing.course is None:
        return []
    found = [
        {*re.findall(r'href="/en/entries/([^/]+)/', part)}
        for part in (drawing.course.wide, drawing.course.narrow)
    ]
    assert found[0] == found[1]
    return sorted(found[0])


def picture(drawing):
    """All of it, as it stands in the page."""
    course = drawing.course
    parts = [course.wide, course.narrow] if course else [drawing.figure]
    return "".join([*parts, drawing.overview])


def moves(drawing):
    """The window to which each way leads; None where it leads nowhere."""
    found = {}
    for move in drawing.moves:
        query = parse_qs(urlsplit(move.url).query)
        found[move.name] = (query["from"][0], query["to"][0]) if "from" in query else move.url
    return found
