"""What the pages of positions show."""

MATRIX, CHANGES = "/en/positions/", "/en/positions/changes/"


def signs(response):
    return {
        row.topic.plain: {
            place.actor.plain: _signs(place) for place in row.places if place is not None
        }
        for row in response.context["table"].rows
    }


def _signs(place):
    """In parentheses if they are only possible."""
    said = "/".join(stance.sign for stance in place.stances)
    return said if place.certain else f"({said})"


def shown(response):
    return [
        (change.actor.plain, change.before and change.before.value, change.now.value)
        for change in response.context["changes"]
    ]


def turns(response):
    return [(change.turn.value, change.actor.plain) for change in response.context["changes"]]
