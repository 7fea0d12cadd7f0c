import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.utils.translation import override

from events import publishing
from events.feeds import atom
from events.feeds.xml import LANGUAGE
from events.presenting.wording.links import Links

NAMES = {"a": atom.ATOM}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
PUBLISHED = datetime(2026, 1, 7, 12, 30, tzinfo=UTC)


def absolute(url):
    return f"http://site.test{url}"


def written(*documents, **fields):
    entries = [
        atom.AtomEntry(
            document,
            datetime.fromisoformat(document["version"]["published_at"]),
            datetime(2026, 1, 1, tzinfo=UTC),
        )
        for document in documents
    ]
    feed: dict[str, Any] = {
        "id": "http://site.test/en/feed.atom",
        "title": "Record: Summits",
        "subtitle": "What is published",
        "site": "Record",
        "api": "http://site.test/api/v1/",
        "language": "en",
        "updated": PUBLISHED,
        "links": {
            "alternate": "http://site.test/en/timeline/",
            "self": "http://site.test/en/feed.atom",
        },
        "entries": entries,
    }
    return atom.render(atom.Feed(**feed | fields), Links(date(2026, 2, 1)), absolute)


def keeps_to_the_standard(root):
    """What RFC 4287 (sections 4.1.1 and 4.1.2) asks of a feed and of its entries."""
    for parent in [root, *root.findall("a:entry", NAMES)]:
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"a:{name}", NAMES)) == 1
        assert re.match(r"https?://|urn:uuid:", parent.findtext("a:id", None, NAMES))
        assert RFC_3339.fullmatch(parent.findtext("a:updated", None, NAMES))
        pairs = [(link.get("rel"), link.get("type")) for link in parent.findall("a:link", NAMES)]
        assert len(pairs) == len(set(pairs))
        for link in parent.findall("a:link", NAMES):
            assert re.match("https?://", link.get("href"))
    assert root.findall("a:author/a:name", NAMES)
    for entry in root.findall("a:entry", NAMES):
        assert entry.findall("a:link[@rel='alternate']", NAMES)
        assert entry.find("a:summary", NAMES).get("type") == "html"
        for category in entry.findall("a:category", NAMES):
            assert category.get("term")
            assert re.match("https?://", category.get("scheme"))
    ids = [found.text for found in root.findall("a:entry/a:id", NAMES)]
    assert len(ids) == len(set(ids))


def test_a_feed_keeps_to_the_standard_and_a_reader_understands_it(record, read_document):
    record.summit("paris", topics=["force"], date="2025-09", summary_en="They **met** & left <b>.")
    record.position("stand")
    documents = [read_document("paris"), read_document("stand")]

    text = written(*documents)

    keeps_to_the_standard(ET.fromstring(text))
    read = feedparser.parse(text)
    assert (read.bozo, read.version, read.feed.title) == (0, "atom10", "Record: Summits")
    assert read.feed.language == "en"
    assert [entry.title for entry in read.entries] == ["Title of paris", "Title of stand"]
    first = read.entries[0]
    assert first.id == f"urn:uuid:{documents[0]['id']}"
    assert first.link == "http://site.test/en/entries/paris/"
    assert first.updated == documents[0]["version"]["published_at"]
    assert first.published == "2026-01-01T00:00:00.000000Z"
    assert [(tag.term, tag.label) for tag in first.tags] == [
        ("summit", "Meeting"),
        ("force", "Topic force"),
    ]
    # The reader takes away what it does not know, such as <bdi>.
    assert first.summary == (
        "<p>Meeting · September 2025 (day not known) · Planned; outcome not on record</p>"
        '<div dir="auto"><p>They <strong>met</strong> &amp; left &lt;b&gt;.</p>\n</div>'
        "<p>Sources: Report report</p>"
        '<p><a href="http://site.test/en/entries/paris/versions/1/">Version 1</a></p>'
    )


def test_a_correction_says_why(record, read_document):
    entry = record.development("event")
    entry.title_en = "Corrected"
    entry.save()
    publishing.publish(entry, note="Name & <title>")

    [found] = ET.fromstring(written(read_document("event"))).findall("a:entry", NAMES)

    assert 'Version 2</a>: <span dir="auto">Name &amp; &lt;title&gt;</span>' in found.findtext(
        "a:summary", None, NAMES
    )


def test_a_withdrawal_is_said_to_programs_and_to_people():
    gone = atom.Withdrawal(UUID(int=7), "gone", PUBLISHED, {"en": "Published in <error>"})
    silent = atom.Withdrawal(UUID(int=8), "silent", PUBLISHED, {})

    text = written(entries=[gone, silent])

    root = ET.fromstring(text)
    keeps_to_the_standard(root)
    found = root.findall("t:deleted-entry", {"t": atom.TOMBSTONES})
    assert [(one.get("ref"), one.get("when")) for one in found] == [
        (f"urn:uuid:{UUID(int=7)}", "2026-01-07T12:30:00.000000Z"),
        (f"urn:uuid:{UUID(int=8)}", "2026-01-07T12:30:00.000000Z"),
    ]
    assert [one.findtext("t:comment", None, {"t": atom.TOMBSTONES}) for one in found] == [
        "Published in <error>",
        "withdrawn, without a note",
    ]
    history = found[0].find("a:link[@rel='alternate']", NAMES).get("href")
    assert history == "http://site.test/en/entries/gone/versions/"
    assert feedparser.parse(text).bozo == 0


def test_a_title_in_another_language_says_which(record, read_document):
    record.development("event", title_en="", title_de="Nur auf Deutsch", summary_de="Auch das")

    with override("en"):
        [entry] = ET.fromstring(written(read_document("event"))).findall("a:entry", NAMES)

    title = entry.find("a:title", NAMES)
    assert (title.text, title.get(LANGUAGE)) == ("Nur auf Deutsch", "de")
    assert '<div lang="de" dir="auto"><p>Auch das</p></div>' in entry.findtext(
        "a:summary", None, NAMES
    )


@pytest.mark.parametrize(
    "title", ["<b>&amp;</b>", "]]>", "\u202eturned", "عنوان بالعربية", "a\x0bb"]
)
def test_whatever_a_title_holds_the_feed_is_well_formed(record, read_document, title):
    record.development("event", title_en=title)

    read = feedparser.parse(written(read_document("event")))

    assert read.bozo == 0
    found = ET.fromstring(written(read_document("event"))).findtext("a:entry/a:title", None, NAMES)
    assert found == title.replace("\x0b", "\ufffd")


def test_no_date_is_more_precise_than_it_is(record, read_document):
    record.development("event", date="2025-09")

    assert b"2025-09-01" not in written(read_document("event"))
    assert b"2025-09-30" not in written(read_document("event"))


def test_an_empty_feed_is_one_too():
    text = written()

    keeps_to_the_standard(ET.fromstring(text))
    assert feedparser.parse(text).bozo == 0


def test_links_have_a_type_by_what_they_lead_to():
    links = {"alternate": "http://site.test/", "next": "http://site.test/?before=3"}

    found = ET.fromstring(written(links=links)).findall("a:link", NAMES)

    assert [(link.get("rel"), link.get("type")) for link in found] == [
        ("alternate", "text/html"),
        ("next", "application/atom+xml"),
    ]
