"""What the list of the timeline shows."""


def titles(response):
    return [item.title.plain.removeprefix("Title ") for item in shown(response)]


def shown(response):
    return [item for group in response.context["groups"] for item in group.items]


def headings(response):
    return [(group.heading, group.without_month) for group in response.context["groups"]]
