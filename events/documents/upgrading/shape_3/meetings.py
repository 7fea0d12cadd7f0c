"""A meeting has several places, and is online or not."""

from events.documents.upgrading.stored import Stored


def tell_meetings(document: Stored) -> None:
    """What had one place has a list of them. A call was online: its format said so; whoever met at
    a place was there. Of what rank they were, and for when else a meeting had been planned, nobody
    had recorded."""
    if document.get("kind") != "summit":
        return
    place = document.pop("place")
    document["level"] = None
    at_a_place = "in-person" if place else None
    document["mode"] = "online" if document["format"] == "call" else at_a_place
    document["places"] = [{**place, "zone": None}] if place else []
    document["earlier_dates"] = []
