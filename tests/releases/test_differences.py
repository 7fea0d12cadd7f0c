import orjson

from events.releases.differences import Outcome, applied, between


def text(uid, **members):
    told = {
        "id": uid,
        "slug": uid,
        "kind": "summit",
        "title": {"en": uid},
        "version": 1,
        "shape": 1,
    }
    return orjson.dumps(told | members)


def found(before, now):
    return [
        (one.outcome, one.id, one.fields)
        for one in between(lambda: iter(before), lambda: iter(now))
    ]


def test_what_is_the_same_is_no_difference():
    assert found([text("a"), text("b")], [text("b"), text("a")]) == []


def test_members_that_differ_are_named_but_not_the_version():
    now = text("a", version=2, title={"en": "A"}, date="2026")

    assert found([text("a")], [now]) == [(Outcome.CHANGED, "a", ["title", "date"])]


def test_a_member_that_is_gone_is_one_that_differs():
    assert found([text("a", date="2026")], [text("a")]) == [(Outcome.CHANGED, "a", ["date"])]


def test_where_only_the_version_differs_that_is_told():
    assert found([text("a")], [text("a", version=2)]) == [(Outcome.CHANGED, "a", ["version"])]


def test_what_is_new_and_what_is_gone():
    assert found([text("a")], [text("b")]) == [
        (Outcome.ADDED, "b", []),
        (Outcome.WITHDRAWN, "a", []),
    ]


def test_applied_to_the_older_ones_they_give_the_newer_ones_to_the_byte():
    before = [text("a"), text("b"), text("c", summary=',"document":{"x":"}"}')]
    now = [text("b", title={"en": ',"document":'}), text("c", version=3), text("d")]
    lines = [one.line() for one in between(lambda: iter(before), lambda: iter(now))]

    assert applied(before, lines) == {"b": now[0], "c": now[1], "d": now[2]}
