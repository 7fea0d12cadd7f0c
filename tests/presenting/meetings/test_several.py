"""Any number of meetings beside each other."""

from events.presenting.meetings import several


def test_questions_at_each_meeting_and_now(record, read, links):
    record.summit("berlin", date="2025-12-15~", topics=["peace"])
    record.summit("paris", topics=["force"])
    event = record.development("event", date="2026-01-20")
    record.question("first", date="2025-12-01", topics=["peace"], answered_by=event)
    record.question("second", date="2026-01-06", topics=["other"])
    answers = {read("event")["id"]: read("event")}
    meetings = [read("berlin"), read("paris")]

    found = several.questions([read("first"), read("second")], answers, meetings, links)

    assert [
        (row.item.slug, row.on_agenda, *(term.label for term in row.at), row.now.label)
        for row in found
    ] == [
        ("first", True, "Open", "Open", "Answered"),
        ("second", False, "Not raised yet", "Open", "Open"),
    ]
