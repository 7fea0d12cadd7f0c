"""A meeting has several places, and is online or not."""

from events.documents.upgrading.stored import Stored


def tell_meetings(document: Stored) -> None:
    """What had one place has a list of them. A call was online: its format said so. Of what rank
    those were who met, and for when else a meeting had been planned, nobody had recorded."""
    if document.get("kind") != "summit":
        return
    place = document.pop("place")
    document["level"] = None
    document["mode"] = "online" if document["format"] == "call" else "in-person"
    document["places"] = [{**place, "zone": None}] if place else []
    document["earlier_dates"] = []
