"""What the drawing above the list shows, and where it leads."""

import re
from urllib.parse import parse_qs, urlsplit

TIMELINE = "/en/timeline/"


def window(drawing):
    return str(drawing.window.first_day), str(drawing.window.last_day)


def entries(drawing):
    """The slugs of what is drawn one by one, in the order of the links."""
    return re.findall(r'href="/en/entries/([^/]+)/', drawing.figure)


def moves(drawing):
    """The window to which each way leads; None where it leads nowhere."""
    found = {}
    for move in drawing.moves:
        query = parse_qs(urlsplit(move.url).query)
        found[move.name] = (query["from"][0], query["to"][0]) if "from" in query else move.url
    return found
