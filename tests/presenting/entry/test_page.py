from django.utils.translation import override

from events.presenting.entry.kinds import SummitDetails
from events.presenting.entry.page import Link, page


def test_a_page(record, read, links):
    first = record.summit("berlin", title_en="In <Berlin>", title_de="")
    record.summit(
        "paris",
        follows=first,
        topics=["force"],
        actors=["france"],
        status="held",
        summary_en="**Much** was said.\n\nLittle was agreed.",
    )
    document = read("paris")
    named = {read("berlin")["id"]: read("berlin")}

    found = page(document, named, links)

    assert (found.slug, found.title, found.kind.label) == ("paris", "Title of paris", "Meeting")
    assert (found.date.label, found.status.label) == ("6 January 2026", "Held")
    assert found.summary == ("<p><strong>Much</strong> was said.</p>\n<p>Little was agreed.</p>\n")
    assert (found.summary_language, found.description) == (None, "Much was said.")
    assert found.processes == [Link("Process peace", "/en/timeline/?process=peace", "")]
    assert found.topics == [Link("Topic force", "/en/topics/force/", "")]
    assert [group.heading for group in found.groups] == ["Taking part"]
    assert (found.coalitions, found.figures, len(found.sources)) == ([], [], 1)
    assert isinstance(found.of_kind, SummitDetails)
    assert found.of_kind.follows.title == "In &lt;Berlin&gt;"
    with override("de"):
        found = page(document, named, links)
        assert found.summary_language == "en"
        assert found.title == "Titel von paris"
        assert isinstance(found.of_kind, SummitDetails)
        assert found.of_kind.follows.title == '<bdi lang="en">In &lt;Berlin&gt;</bdi>'


def test_an_entry_of_several_processes(record, read, links):
    record.development("event", processes=["trade", "peace"])

    assert [process.url for process in page(read("event"), {}, links).processes] == [
        "/en/timeline/?process=peace",
        "/en/timeline/?process=trade",
    ]


def test_a_description_is_short(record, read, links):
    record.development("event", summary_en="word " * 100)

    assert page(read("event"), {}, links).description == " ".join(["word"] * 32) + " …"
