from events import publishing
from events.presenting.involvement import met, promised


def test_commitments_with_what_an_actor_gives(record, read, links):
    promise = record.commitment("promise", actors=["france"], publish=False)
    record.called(promise, "poland", value=1200, unit="<men>", domain="land")
    record.called(promise, "poland", domain="air")
    record.called(promise, "italy")
    publishing.publish(promise)
    document = read("promise")

    assert [
        (row.item.slug, row.part, row.given)
        for slug in ("france", "poland", "italy", "germany")
        for row in promised(slug, [document], links)
    ] == [
        ("promise", "Bound by it", []),
        ("promise", "Contributor", ["1,200 &lt;men&gt;, On land", "In the air"]),
        ("promise", "Contributor", []),
        ("promise", "", []),
    ]


def test_commitments_with_how_an_actor_changed_their_status(record, read, links):
    promise = record.commitment("promise", actors=["france"], publish=False)
    record.promised(promise, "radar")
    for day, status, part in (("01", "blocked", ""), ("02", "blocked", "radar")):
        by = record.actor("court")
        record.status(promise, status, f"2026-01-{day}", by=by, part=part)
    record.status(promise, "suspended", "2026-01-03", by=record.actor("france"))
    publishing.publish(promise)
    document = read("promise")

    assert [promised(slug, [document], links)[0].part for slug in ("court", "france")] == [
        *("Blocked", "Bound by it, Suspended"),
    ]


def test_meetings_with_what_an_actor_was_there(record, read, links):
    record.person("merz", represents="germany")
    summit = record.summit("paris", actors=["merz", "poland"], publish=False)
    record.part(summit, "france", "host", status="attended")
    record.part(summit, "russia", "participant", status="absent")
    publishing.publish(summit)
    document = read("paris")

    said = {
        slug: met(slug, [document], links)[0].part
        for slug in ("france", "poland", "russia", "merz", "germany")
    }

    assert said == {
        "france": "Host, Attended",
        "poland": "Participant",
        "russia": "Absent",
        "merz": "Participant",
        "germany": "Merz",
    }
