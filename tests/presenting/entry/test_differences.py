import orjson
import pytest
from django.utils.translation import override

from events import public, publishing
from events.presenting.entry.differences import between
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


def document(entry):
    return orjson.loads(publishing.publish(entry).document)


def differences(entry, change):
    before = document(entry)
    change(entry)
    entry.save()
    return [(c.label, c.how) for c in between(before, document(entry))]


def test_texts_differ_by_language(record):
    def change(entry):
        entry.title_de, entry.summary_en = "Neuer Titel", "New"

    assert differences(record.development("event"), change) == [
        ("Title (German)", "changed"),
        ("Summary (English)", "added"),
    ]


def test_who_was_added_and_what_was_taken_away(record):
    event = record.development("event", topics=["force"])

    def change(entry):
        entry.topics.clear()
        record.part(entry, "france", "involved")

    assert differences(event, change) == [
        ("Involved", "added"),
        ("Key facts", "added"),
        ("Topic", "removed"),
    ]


def test_a_date_that_became_more_precise(record):
    event = record.development("event", date="2025-09")
    before = document(event)
    event.date = "2025-09-04"
    event.save()

    [change] = between(before, document(event))

    assert change.label == "Date"
    assert '<ins><span class="unseen">[added: </span>4 ' in change.html
    assert "2025-09" not in change.html


def test_a_date_that_reads_the_same_is_told_apart_by_how_it_is_kept(record):
    event = record.development("event", date="2025-09-04")
    before = document(event)
    after = orjson.loads(orjson.dumps(before))
    after["date"]["edtf"] = "2025-09-04?"

    [change] = between(before, after)

    assert change.label == "Date"
    assert "[2025-09-04" in change.html


def test_the_deadline_of_a_part_is_told_in_words(record):
    promise = record.commitment("promise")
    before = document(promise)
    record.promised(promise, "air", deadline="../2026-01-06")

    [change] = between(before, document(promise))

    assert "by 6 January 2026" in change.html
    assert "../2026" not in change.html


def test_the_status_of_a_commitment(record):
    promise = record.commitment("promise")

    def change(entry):
        record.status(entry, "broken", "2026-02")

    assert differences(promise, change) == [("Status", "changed"), ("Change of status", "added")]


def test_the_same_document_does_not_differ(record):
    found = document(record.summit("meeting", actors=["france"], topics=["force"]))

    assert between(found, found) == []


def test_what_differs_cannot_do_harm(record):
    event = record.development("event", title_en="<b>a</b>")
    before = document(event)
    event.title_en = "<script>a</script>"
    event.save()

    [change] = between(before, document(event))

    assert "<b>" not in change.html
    assert "<script>" not in change.html
    assert "&lt;" in change.html


def test_long_texts_are_compared_in_time(record):
    event = record.development("event", summary_en="word " * 20_000)
    before = document(event)
    event.summary_en = "other " * 20_000
    event.save()

    [change] = between(before, document(event))

    assert (change.html.count("<del>"), change.html.count("<ins>")) == (1, 1)
    assert public.entry("event").number == 2


ADDED = '<ins><span class="unseen">[added: </span>{}<span class="unseen">] </span></ins>'
REMOVED = '<del><span class="unseen">[removed: </span>{}<span class="unseen">] </span></del>'


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        ("One two three", "One two four", "One two " + REMOVED + ADDED),
        ("a b c d", "a b x c d", "a b " + ADDED + "c d"),
        ("a b x c d", "a b c d", "a b " + REMOVED + "c d"),
        ("Yes", "No", REMOVED + " " + ADDED),
        ("26 & more of them", "27 & more of them", REMOVED + ADDED + " &amp; more of them"),
    ],
)
def test_texts_word_by_word(record, old, new, html):
    pieces = {
        "One two three": ["three", "four"],
        "a b c d": ["x "],
        "a b x c d": ["x "],
        "Yes": ["Yes", "No"],
        "26 & more of them": ["26", "27"],
    }[old]
    event = record.development("event", summary_en=old)
    before = document(event)
    event.summary_en = new
    event.save()

    [change] = between(before, document(event))

    assert change.html == '<span lang="en">' + html.format(*pieces) + "</span>"


def test_a_text_that_came_and_one_that_went_in_german(record):
    event = record.development("event", summary_en="<Old>")
    before = document(event)
    event.summary_en, event.summary_de = "", "Neu"
    event.save()

    with override("de"):
        added, removed = between(before, document(event))

    assert (added.label, added.how, removed.label, removed.how) == (
        *("Zusammenfassung (Deutsch)", "added", "Zusammenfassung (Englisch)", "removed"),
    )
    assert added.html == (
        '<ins><span class="unseen">[hinzugefügt: </span><bdi lang="de">Neu</bdi>'
        '<span class="unseen">] </span></ins>'
    )
    assert removed.html == (
        '<del><span class="unseen">[entfernt: </span><bdi lang="en">&lt;Old&gt;</bdi>'
        '<span class="unseen">] </span></del>'
    )
