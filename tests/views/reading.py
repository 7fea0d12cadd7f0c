"""What a reader sees of a page, as text."""

import re
from html import unescape

from django.template import engines
from jinja2 import Environment

TAG = re.compile(r"<[^>]*>")
# A flag and the name, which no line parts: what follows stands close to it.
FLAGGED = re.compile(r'<span class="flagged"><img[^>]*><span>(.*?)</span></span>')


def words(response):
    """The page's content on one line."""
    content = response.text[response.text.index("<main") : response.text.index("</main>")]
    return " ".join(unescape(TAG.sub(" ", FLAGGED.sub(r"\1", content))).split())


def missing(response, *said):
    """Those of the texts that the page does not have."""
    page = words(response)
    return [text for text in said if text not in page]


def queries(client, path, captured):
    """How many queries a page costs. `captured`: django_assert_max_num_queries and the like."""
    with captured(100) as found:
        assert client.get(path).status_code == 200
    return len(found)


def jinja() -> Environment:
    """What reads the readers' templates."""
    environment: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return environment
