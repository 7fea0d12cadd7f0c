from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import public, publishing
from events.public.lists import search as module
from events.public.lists.search import Name, found, named_like
from events.vocabulary import Facet
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def search(each=5, **params):
    given_ = {
        name: value if isinstance(value, list) else [str(value)] for name, value in params.items()
    }
    return found(public.parse(given_), each)


def slugs(result):
    return {
        kind: [document["slug"] for document in documents]
        for kind, documents in result.documents.items()
    }


def shares(result, facet):
    return {share.name.slug: share.number for share in result.shares[facet]}


def a_record():
    record.summit("paris", date="2026-01-06", actors=["france", "germany"], topics=["force"])
    record.summit("berlin", date="2025-12-15", actors=["germany"])
    record.development("event", date="2025", topics=["force"], process="other")
    record.question("unclear", date="2025-11", actors=["germany"])
    record.position("stand", holder="france", date="2024-03-01", process="other")
    gone = record.development("gone", date="2026-01-01")
    publishing.withdraw(gone)
    record.development("draft", publish=False)


def test_what_is_found_by_kind():
    a_record()

    result = search(q="title")

    assert slugs(result) == {
        "summit": ["paris", "berlin"],
        "position": ["stand"],
        "development": ["event"],
        "question": ["unclear"],
    }
    assert result.total == 5
    assert list(result.kinds.items()) == [
        ("summit", 2),
        ("position", 1),
        ("development", 1),
        ("question", 1),
    ]
    assert list(result.years.items()) == [(2026, 1), (2025, 3), (2024, 1)]
    assert shares(result, Facet.PROCESS) == {"peace": 3, "other": 2}
    assert shares(result, Facet.ACTOR) == {"germany": 3, "france": 2}
    assert shares(result, Facet.TOPIC) == {"force": 3}


def test_names_come_with_shares():
    a_record()

    share = search(q="paris").shares[Facet.ACTOR][0]

    assert share.name == Name("actor", "france", {"en": "France", "de": "France (de)"})


def test_the_kind_narrows_all_but_the_kinds():
    a_record()

    result = search(q="title", kind="summit")

    assert slugs(result) == {"summit": ["paris", "berlin"]}
    assert (result.total, sum(result.kinds.values())) == (2, 5)
    assert result.years == {2026: 1, 2025: 1}
    assert shares(result, Facet.PROCESS) == {"peace": 2}


def test_a_year_is_that_in_which_an_entry_stands():
    a_record()
    record.development("long", date="2024-06-01/2026-01-01")

    assert slugs(search(q="title", year=2024)) == {"position": ["stand"], "development": ["long"]}
    assert slugs(search(q="title", year=2023)) == {}
    assert search(q="title", year=9999).total == 0
    assert search(q="title", year=1).total == 0


def test_each_number_is_what_narrowing_finds():
    a_record()
    result = search(q="title")

    for kind, number in result.kinds.items():
        assert search(q="title", kind=kind).total == number
    for year, number in result.years.items():
        assert search(q="title", year=year).total == number
    for facet, listed in result.shares.items():
        for share in listed:
            assert search(q="title", **{facet: share.name.slug}).total == share.number


def test_few_of_each_kind_the_newest_first():
    for number in range(4):
        record.development(f"e{number}", date=f"2026-01-0{number + 1}")

    result = search(q="title", each=2)

    assert slugs(result) == {"development": ["e3", "e2"]}
    assert result.kinds == {"development": 4}


def test_pages_of_one_kind():
    for number in range(5):
        record.development(f"e{number}", date=f"2026-01-0{number + 1}")
    record.question("unclear")

    first = search(kind="development", limit="2")
    second = search(kind="development", limit="2", cursor=str(first.next))
    third = search(kind="development", limit="2", cursor=str(second.next))
    back = search(kind="development", limit="2", cursor=str(third.previous))
    start = search(kind="development", limit="2", cursor=str(back.previous))

    pages = [slugs(page)["development"] for page in (first, second, third, back, start)]
    assert pages == [["e4", "e3"], ["e2", "e1"], ["e0"], ["e2", "e1"], ["e4", "e3"]]
    assert (first.previous, third.next, start.previous) == (None, None, None)
    assert {page.total for page in (first, second, third)} == {5}


def test_a_cursor_beyond_the_end_finds_an_empty_page():
    record.development("event", date="2026-01-06")
    beyond = public.Cursor.opening(date(2020, 1, 1), "newest")

    result = search(kind="development", cursor=str(beyond))

    assert (slugs(result), result.total, result.next) == ({"development": []}, 1, None)


def test_windows_and_words_and_tags_together():
    a_record()

    assert slugs(search(**{"q": "title", "from": "2025-12-01", "to": "2025-12-31"})) == {
        "summit": ["berlin"],
        "development": ["event"],  # known to be in 2025
    }
    assert slugs(search(actor=["france", "germany"])) == {"summit": ["paris"]}
    assert search(q="title", topic="force", process="other").total == 2
    assert search(q="nowhere") == module.Found()


def test_what_the_record_has_nowhere_is_not_found():
    assert search(q="paris") == module.Found()
    assert search(q="paris", as_of="2020-01-01") == module.Found()
    assert search(actor=[], stance="opposes").total == 0


def test_the_record_as_it_stood():
    event = record.development("event", title_en="Old words", actors=["france"])
    then = public.timestamp(publishing.standing(event).published_at)
    event.title_en = "New words"
    event.save()
    publishing.publish(event)
    record.question("later", title_en="Other words", actors=["france"])

    old = search(q="words", as_of=then)

    assert (slugs(old), shares(old, Facet.ACTOR)) == ({"development": ["event"]}, {"france": 1})
    assert search(q="old", as_of=then).total == 1
    assert search(q="new", as_of=then).total == 0
    assert search(q="words").total == 2


def test_too_many_to_count_are_not_guessed(monkeypatch):
    a_record()
    monkeypatch.setattr(module, "MOST_COUNTED", 4)

    result = search(q="title")

    assert (result.total, result.shares) == (5, None)
    assert search(q="title", kind="summit").shares is not None


def test_queries_do_not_grow(django_assert_max_num_queries):
    for number in range(12):
        record.development(f"e{number}", actors=[f"a{number}"], topics=[f"t{number}"])
        record.question(f"q{number}")

    # The words on PostgreSQL, the numbers, the tags and their names, the documents, and those of
    # them that have the words as they were typed.
    with django_assert_max_num_queries(6):
        assert search(q="title").total == 24


def test_names_in_either_language_the_closest_first():
    record.actor("germany", name_en="Germany", name_de="Deutschland")
    record.actor("east", name_en="East Germany", name_de="Ostdeutschland")
    record.actor("unnamed", name_en="Germany too", name_de="")
    record.topic("exercise").save()
    record.development("event", actors=["east", "germany"], topics=["exercise"])

    def near(q):
        listed = named_like(public.Filters(q=q).terms)
        return {facet: [name.slug for name in names] for facet, names in listed.items() if names}

    assert near("germany") == {"actor": ["germany", "east"]}
    assert near("deutschland") == {"actor": ["germany"]}  # not inside another name
    assert near("deutsch") == {"actor": ["germany"]}
    assert near("ostdeut") == {"actor": ["east"]}
    assert near("east germany") == {"actor": ["east"]}
    assert near("exercise") == {"topic": ["exercise"]}
    assert near("report") == {"source": ["report"]}
    assert near("many") == near("ger") == {}
    assert near("") == {}


@pytest.mark.parametrize("q", ["Zelenskiy", "Selenskij", "Зеленський", "ЗЕЛЕНСЬКИЙ", "vova"])
def test_actors_and_their_entries_are_found_by_other_names(q):
    record.person("zelenskyy", name_en="Zelenskyy", name_de="Selenskyj")
    for text, language in (
        ("Zelenskiy", ""),
        ("Selenskij", "de"),
        ("Зеленський", "uk"),
        ("Vova", ""),
    ):
        record.alias("zelenskyy", text, language)
    record.summit("paris", actors=["zelenskyy"])
    record.summit("berlin", actors=["france"])

    [name] = named_like(public.Filters(q=q).terms)[Facet.ACTOR]
    assert (name.slug, name.names) == ("zelenskyy", {"en": "Zelenskyy", "de": "Selenskyj"})
    assert slugs(search(q=q)) == {"summit": ["paris"]}


def test_another_name_that_was_taken_away_is_not_found_any_more():
    alias = record.alias("soviet-union", "USSR")
    record.development("event", actors=["soviet-union"])
    alias.delete()
    publishing.republish(record.actor("soviet-union"))

    assert named_like(["ussr"])[Facet.ACTOR] == []
    assert slugs(search(q="ussr")) == {}


def test_names_as_of_a_day():
    event = record.development("event", actors=["france"])
    then = public.Moment.parse(public.timestamp(publishing.standing(event).published_at))
    other = record.development("other", actors=["francia"])
    publishing.withdraw(event)

    def near(as_of=None):
        return [name.slug for name in named_like(["franc"], as_of)[Facet.ACTOR]]

    assert near() == ["francia"]
    assert near(then) == ["france"]
    publishing.withdraw(other)
    assert near() == []


class Numbers(TestCase):
    @given(
        entries=st.lists(
            st.tuples(
                st.sampled_from(["summit", "development", "question"]),
                st.sampled_from(["2024", "2025-03", "2025-06-01/2026-02-01", "../2025-01-01"]),
                st.sampled_from(["peace", "other"]),
                st.sets(st.sampled_from(["france", "germany", "poland"])),
            ),
            max_size=6,
        ),
        q=st.sampled_from(["title", "e1", "france", "nothing"]),
    )
    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    def test_the_numbers_add_up(self, entries, q):
        for number, (kind, day, process, actors) in enumerate(entries):
            make = getattr(record, kind)
            make(f"e{number}", date=day, process=process, actors=sorted(actors))

        result = search(q=q, each=10)

        assert sum(result.kinds.values()) == result.total == public.count(public.Filters(q=q))
        assert sum(result.years.values()) == result.total
        assert sum(shares(result, Facet.PROCESS).values()) == result.total
        assert {kind: len(listed) for kind, listed in slugs(result).items()} == result.kinds
