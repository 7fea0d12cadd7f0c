"""What the pages of positions show."""

MATRIX, CHANGES = "/en/positions/", "/en/positions/changes/"


def signs(response):
    return {
        row.topic.plain: {
            place.actor.plain: place.stance.sign for place in row.places if place is not None
        }
        for row in response.context["table"].rows
    }


def shown(response):
    return [
        (change.actor.plain, change.before and change.before.value, change.now.value)
        for change in response.context["changes"]
    ]
