"""Publishing and withdrawing through the desk: what comes of it, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import desk, publishing
from events.desk import Publication
from events.models import Entry, Version
from tests.desk.accounts import account


def test_publishing_says_whether_readers_see_something_new(record):
    editor, entry = account("editor"), record.development(publish=False)

    first = desk.publish(entry, by=editor, note="First")
    again = desk.publish(entry, by=editor, note="Again")

    assert (first.is_new, again.is_new) == (True, False)
    assert first.version == again.version == publishing.standing(entry)
    assert (first.version.published_by, first.version.told) == (editor, {"en": "First"})


def test_of_many_each_says_so(record):
    unchanged = record.development("unchanged")
    record.development("new", publish=False)
    record.development("unready", source=None, publish=False)

    outcomes = {
        entry.slug: getattr(outcome, "is_new", None)
        for entry, outcome in desk.publish_many(Entry.objects.all())
    }

    assert outcomes == {"unchanged": False, "new": True, "unready": None}
    assert Version.objects.filter(entry=unchanged.pk).count() == 1


def test_a_refusal_names_code_and_place(record):
    with pytest.raises(desk.NotPublishable) as refusal:
        desk.publish(record.development(source=None, publish=False))

    assert [(problem.code, problem.path) for problem in refusal.value.problems] == [
        (desk.Need.SOURCE, "citations")
    ]


def test_who_may_not_publish_many_is_told_before_any_is(record):
    entry = record.development(publish=False)

    with pytest.raises(desk.NotAllowed):
        desk.publish_many([entry], by=account("contributor"))


def test_a_reason_to_withdraw_is_what_readers_get(record):
    editor, entry = account("editor"), record.development()

    version = desk.withdraw(entry, by=editor, reason="The report was false.")

    assert (version.action, version.told, version.published_by) == (
        "withdrawn",
        {"en": "The report was false."},
        editor,
    )


def test_what_would_be_refused_is_told_as_if_all_were_published_together(record):
    berlin = record.summit("berlin", publish=False)
    paris = record.summit("paris", follows=berlin, source=None, publish=False)

    assert [
        (entry.slug, [problem.path for problem in problems])
        for entry, problems in desk.lacking([berlin, paris])
    ] == [("paris", ["citations"])]
    assert [(e.slug, len(problems)) for e, problems in desk.lacking([paris])] == [("paris", 2)]


def test_publishing_many_costs_no_query_per_entry(record):
    def queries(count, is_public):
        entries = [
            record.position(f"p{count}{is_public}-{number}", publish=is_public)
            for number in range(count)
        ]
        with CaptureQueriesContext(connection) as context:
            outcomes = list(desk.publish_many(entries))
        are_new = {
            outcome.is_new for _entry, outcome in outcomes if isinstance(outcome, Publication)
        }
        assert (len(outcomes), are_new) == (count, {not is_public})
        return len(context)

    queries(1, False)  # the first one brings the words and tags
    for is_public in (False, True):
        few, many = queries(3, is_public), queries(9, is_public)
        # What is new brings one word, its title, and its rows in one statement each.
        assert many == few


def test_the_audit_costs_one_query_where_it_has_something_to_say(record):
    def queries(publish, entry):
        counts = []
        for _turn in range(2):
            with CaptureQueriesContext(connection) as context:
                publish(entry)
            counts.append(len(context))
        return counts

    texts = {"title_en": "Rain", "title_de": "Regen", "publish": False}
    one, two, three = (record.development(name, **texts) for name in ("one", "two", "three"))
    publishing.publish(one)  # brings the words and tags
    [new, same], [plain_new, plain_same] = (
        queries(desk.publish, two),
        queries(publishing.publish, three),
    )
    assert (new, same) == (plain_new + 1, plain_same)
