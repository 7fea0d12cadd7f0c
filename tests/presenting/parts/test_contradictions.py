import pytest

from events import publishing
from events.presenting.parts.contradictions import contradictions
from events.presenting.parts.sources import sources


@pytest.fixture
def show(read):
    def show(slug):
        document = read(slug)
        return contradictions(document, sources(document))

    return show


def test_where_all_agree_there_is_nothing_to_show(record, show):
    event = record.development("event", publish=False)
    record.figure(event, "states", 35)
    publishing.publish(event)

    assert show("event") is None


def test_sources_stand_side_by_side(record, show):
    event = record.development("event", publish=False)
    record.cite(event, "other", stance="contradicts", quote="Nein.", note_en="Later denied")
    record.cite(event, "third")
    publishing.publish(event)

    found = show("event")

    assert [source.slug for source in found.backing] == ["report", "third"]
    assert [(s.slug, s.quote.plain, s.note) for s in found.against] == [
        ("other", "Nein.", "Later denied")
    ]
    assert found.disputes == []


def test_figures_that_differ_say_which_is_preferred_and_why(record, show):
    event = record.development("event", publish=False)
    record.cite(event, "other")
    report, other = record.source("report"), record.source("other")
    record.figure(event, "states", 35, preferred=True, reason_en="Named one by one", source=report)
    record.figure(event, "states", 33, qualifier="about", source=other)
    record.figure(event, "soldiers", 1000, unit="men", source=other)
    publishing.publish(event)

    found = show("event")

    [dispute] = found.disputes
    assert dispute.label == "states"
    assert [(c.amount, c.source.slug, c.preferred, c.reason) for c in dispute.claims] == [
        ("35", "report", True, "Named one by one"),
        ("about 33", "other", False, ""),
    ]
    assert (found.backing, found.against) == ([], [])


def test_the_same_figure_twice_is_no_dispute(record, show):
    event = record.development("event", publish=False)
    record.cite(event, "other")
    report, other = record.source("report"), record.source("other")
    record.figure(event, "states", 35, preferred=True, reason_en="Both agree", source=report)
    record.figure(event, "states", 35, source=other)
    publishing.publish(event)

    assert show("event") is None


def test_another_unit_is_another_figure(record, show):
    event = record.development("event", publish=False)
    record.cite(event, "other")
    report, other = record.source("report"), record.source("other")
    record.figure(
        event, "aid", 5, unit="million", preferred=True, reason_en="Official", source=report
    )
    record.figure(event, "aid", 5, unit="billion", source=other)
    publishing.publish(event)

    assert [claim.unit for claim in show("event").disputes[0].claims] == ["million", "billion"]
