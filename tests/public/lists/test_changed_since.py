import pytest

from events import public, publishing
from events.models import Version
from events.public.lists.changed_since import Notice, Notices, begins, changes_since, notices
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def change(entry, title, note=""):
    entry.title_en = title
    entry.save()
    return publishing.publish(entry, note=note)


def now():
    """The moment of the last version."""
    last = Version.objects.order_by("-seq").first()
    return public.timestamp(last.published_at)


def changes(as_of=None, before=None, **params):
    given = {name: [value] for name, value in params.items()}
    if as_of:
        given["as_of"] = [as_of]
    return changes_since(public.parse(given), public.last_seq(), before)


def told(found):
    return [(change.version.slug, change.how, change.then) for change in found.changes]


def test_entries_come_newest_change_first_and_once_each():
    old = record.development("old")
    record.development("still")
    back = record.development("back")
    publishing.withdraw(back)
    gone = record.development("gone")
    then = now()
    change(old, "Once")
    change(old, "Twice")
    publishing.publish(back)
    record.question("fresh")
    brief = record.question("brief")
    publishing.withdraw(brief)
    publishing.withdraw(gone)

    found = changes(then)

    assert told(found) == [
        ("gone", "withdrawn", 1),
        ("brief", "withdrawn", None),
        ("fresh", "new", None),
        ("back", "returned", None),
        ("old", "corrected", 1),
    ]
    assert (found.versions, found.next) == (7, None)
    titles = [change.document["title"]["en"] for change in found.changes]
    assert titles[0] == "Title of gone"
    assert titles[-1] == "Twice"


def test_without_a_moment_it_is_the_whole_log():
    record.development("a")
    publishing.withdraw(record.development("b"))

    found = changes()

    assert told(found) == [("b", "withdrawn", None), ("a", "new", None)]
    assert found.versions == 3


def test_notices_say_what_was_changed_and_where_to_compare():
    event = record.development("event")
    change(event, "Before", note="Too early")
    then = now()
    second = change(event, "Second", note="Wrong title")
    third = publishing.withdraw(event, note="In error")
    fourth = publishing.publish(event, note="No, right")

    [found] = changes(then).changes

    assert found.notices == Notices(
        [
            Notice(5, fourth.published_at, {"en": "No, right"}, withdrawn=False, before=3),
            Notice(4, third.published_at, {"en": "In error"}, withdrawn=True, before=None),
            Notice(3, second.published_at, {"en": "Wrong title"}, withdrawn=False, before=2),
        ],
        0,
    )
    assert (found.how, found.then) == ("corrected", 2)


def test_notices_are_bounded_and_the_rest_is_counted():
    event = record.development("event")
    then = now()
    for number in range(9):
        change(event, f"Title {number}")

    [found] = changes(then).changes

    assert [notice.number for notice in found.notices.items] == [10, 9, 8, 7, 6]
    assert [notice.before for notice in found.notices.items] == [9, 8, 7, 6, 5]
    assert found.notices.more == 4
    assert found.then == 1


def test_the_notices_of_one_entry():
    event = record.development("event")
    first = public.entry("event")
    change(event, "Once", note="Why")
    second = public.entry("event")
    for number in range(7):
        change(event, f"Title {number}")

    assert notices(first) == Notices([], 0)
    assert notices(second) == Notices(
        [Notice(2, second.published_at, {"en": "Why"}, withdrawn=False, before=1)], 0
    )
    found = notices(public.entry("event"))
    assert ([notice.number for notice in found.items], found.more) == ([9, 8, 7, 6, 5], 3)


def test_pages_follow_each_other():
    for number in range(5):
        record.development(f"e{number}")
    change(public_entry("e0"), "Changed")

    pages, before = [], None
    while True:
        found = changes(before=before, limit="2")
        pages.append([change.version.slug for change in found.changes])
        before = found.next
        if before is None:
            break

    assert pages == [["e0", "e4"], ["e3", "e2"], ["e1"]]


def public_entry(slug):
    from events.models import Entry

    return Entry.objects.get(slug=slug).development


def test_filters():
    record.development("a", actors=["france"], topics=["force"])
    other = record.development("b", actors=["germany", "france"], process="other")
    record.question("c", actors=["germany"])
    publishing.withdraw(other)

    def found(**params):
        return [slug for slug, _how, _then in told(changes(**params))]

    assert found() == ["b", "c", "a"]
    assert found(kind="question") == ["c"]
    assert found(kind="development") == ["b", "a"]
    assert found(actor="france") == ["b", "a"]
    assert found(actor="france", kind="question") == []
    assert found(process="other") == ["b"]
    assert found(topic="force") == ["a"]
    publishing.publish(other)
    assert found(actor="france") == ["b", "a"]
    assert told(changes(process="other")) == [("b", "new", None)]


def test_filters_by_pages():
    for number in range(3):
        record.development(f"e{number}", actors=["france"])
        record.development(f"g{number}", actors=["germany"])

    first = changes(actor="france", limit="2")
    second = changes(actor="france", limit="2", before=first.next)

    assert [change.version.slug for change in [*first.changes, *second.changes]] == [
        "e2",
        "e1",
        "e0",
    ]
    assert second.next is None


def test_the_beginning():
    assert begins() is None
    event = record.development("event")
    first = publishing.standing(event).published_at
    record.development("other")
    assert begins() == first


def test_nothing_has_changed():
    assert changes().changes == []
    record.development("event")
    assert (changes(now()).changes, changes(now()).versions) == ([], 0)


def test_queries_do_not_grow(django_assert_num_queries):
    record.development("e0", actors=["france"])
    filters = public.parse({"actor": ["france"]})
    with django_assert_num_queries(4):  # places, versions, what stood, notices
        changes_since(filters, 1)
    for number in range(1, 9):
        change(record.development(f"e{number}", actors=["france"]), "Changed")
    with django_assert_num_queries(4):
        assert len(changes_since(filters, 17).changes) == 9
