"""No page, feed, count or list of choices tells of what is not public."""

import re

import pytest

from events import publishing
from tests.views.conftest import LANGUAGES, PATHS

OTHERS = [
    *("timeline/?filters=open", "timeline/?lanes=actor", "timeline/?lanes=topic&from=2020-01-01"),
    *(
        "search/?q=title",
        "since/",
        "positions/",
        "positions/changes/?from=2025-01-01&to=2026-06-01",
    ),
    *("commitments/", "commitments/?by=actor", "commitments/?by=map", "meetings/", "compare/"),
    *("questions/", "questions/?by=topic", "actors/", "topics/", "feed.atom", "calendar.ics"),
]


@pytest.fixture
def secrets(site):
    """A draft and a withdrawn entry of each kind, with reference data that nothing else names."""
    record = site.record
    for number, kind in enumerate(("summit", "commitment", "development", "question")):
        for publish in (False, True):
            fields = {
                "actors": ["xyzzy-actor"],
                "topics": ["xyzzy-topic"],
                "source": "xyzzy-source",
            }
            make = getattr(record, kind)
            entry = make(f"xyzzy-{number}-{publish}", process="xyzzy", publish=publish, **fields)
            if publish:
                publishing.withdraw(entry)
    position = {"holder": "xyzzy-actor", "topic": "xyzzy-topic", "process": "xyzzy"}
    record.position("xyzzy-draft", publish=False, **position)
    publishing.withdraw(record.position("xyzzy-gone", **position))
    return site


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_public_is_nowhere(client, secrets, language):
    told = []
    for path in dict.fromkeys([*PATHS, *OTHERS]):
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200, path
        # The log of changes says, by name, what was withdrawn and when; so does a feed, to those
        # who have kept it, and the page of a source from which something was taken.
        text = re.sub("<at:deleted-entry .*?</at:deleted-entry>", "", response.text.lower())
        if "xyzzy" in text and not path.startswith(("since/", "sources/report/")):
            told.append(path)
    assert told == []
    for path in ("/sitemap.xml", "/sitemap-pages.xml"):
        assert "xyzzy" not in client.get(path).text


@pytest.mark.parametrize("path", ["actors/xyzzy-actor/", "topics/xyzzy-topic/"])
def test_nobody_has_a_page_whom_nothing_public_names(client, secrets, path):
    assert client.get(f"/en/{path}").status_code == 404


def test_a_draft_is_not_in_the_log_of_changes(client, secrets):
    text = client.get("/en/since/").text

    assert "xyzzy-gone" in text
    assert "xyzzy-draft" not in text
