"""What the boards show."""

from html.parser import HTMLParser


class Cards(HTMLParser):
    """The headings of the page's sections, and the links of their cards."""

    def __init__(self, html):
        super().__init__()
        self.sections, self.open, self.cards = {}, [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "a" and self.open[-1:] == ["h3"]:
            self.cards.append(dict(attributes)["href"].split("/")[-2])
        self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.open[-1:] == ["h2"] and data.strip():
            self.cards = self.sections.setdefault(data.strip(), [])


def sections(response):
    return Cards(response.text).sections
