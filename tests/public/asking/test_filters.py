"""The filters of lists, as they are read from a query string."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import translation

from events import public, publishing
from events.log.versions import Tag
from events.public import Cursor, Filters, InvalidParameters, Moment
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


@pytest.fixture
def position():
    record.person("envoy", represents="germany")
    return record.position(holder="france", topic="force", speaker="envoy")


def parse(query="", **accept):
    return public.parse(dict(QueryDict(query).lists()), **accept)


def complaints(query, **accept):
    with pytest.raises(InvalidParameters) as caught:
        parse(query, **accept)
    return caught.value.errors


def tags(query):
    """The tags that are asked for, by name; None where no entry has all of them."""
    numbers = parse(query).tags
    if numbers is None:
        return None
    known = Tag.objects.in_bulk(numbers)
    return [f"{known[number].facet}:{known[number].slug}" for number in numbers]


def test_nothing_asked_for_is_the_first_page_of_everything():
    assert parse() == Filters()
    assert parse("kind=&actor=&actor=+&q=&from=&to=&as_of=&cursor=&limit=&order=") == Filters()
    empty = Filters()
    assert (empty.order, empty.limit, empty.tags, empty.terms) == ("newest", 50, (), [])


@pytest.mark.usefixtures("position")
def test_everything_at_once():
    record.commitment(domains=["air"])
    cursor = Cursor(7, backwards=True)
    query = QueryDict(mutable=True)
    query.setlist("actor", ["france", "germany", "france"])
    query.update(
        {
            "kind": "position",
            "process": "peace",
            "role": "speaker",
            "topic": "force",
            "stance": "supports",
            "status": "open",
            "firmness": "agreed",
            "domain": "air",
            "year": "2026",
            "from": "2025-12-31",
            "to": "2026-01-06",
            "q": " Übung, 2026 übung ",
            "as_of": "2026-01-06",
            "order": "oldest",
            "limit": "7",
            "cursor": str(cursor),
        }
    )
    found = public.parse(dict(query.lists()))
    assert found == Filters(
        kind="position",
        process="peace",
        actors=("france", "germany"),
        topic="force",
        choices=(
            *(("role", "speaker"), ("stance", "supports"), ("status", "open")),
            ("firmness", "agreed"),
        ),
        domain="air",
        year=2026,
        start=date(2025, 12, 31),
        end=date(2026, 1, 6),
        q="Übung, 2026 übung",
        as_of=Moment.parse("2026-01-06"),
        order="oldest",
        limit=7,
        cursor=cursor,
    )
    assert found.terms == ["uebung", "2026"]


@pytest.mark.usefixtures("position")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("kind=position&q=force&from=2026-01-01", []),
        ("actor=france", ["actor:france"]),
        ("actor=germany&actor=envoy", ["actor:germany", "actor:envoy"]),
        ("process=peace&topic=force", ["process:peace", "topic:force"]),
        ("role=holder", ["role:holder"]),
        ("actor=france&role=holder", ["actor:france", "actor-role:france/holder"]),
        ("actor=germany&role=speaker", ["actor:germany", "actor-role:germany/speaker"]),
        ("actor=france&role=speaker", None),
        ("actor=france&actor=germany&role=speaker", None),
        ("role=host", None),
        ("stance=supports", ["stance:supports"]),
        ("stance=opposes", None),
        ("status=held", None),
        ("firmness=agreed", None),
        ("year=2026", []),
        ("topic=force&stance=opposes", None),
    ],
)
def test_the_tags_that_are_asked_for(query, expected):
    assert tags(query) == expected


@pytest.mark.usefixtures("position")
@pytest.mark.parametrize(
    ("query", "name", "slug"),
    [
        ("actor=nobody", "actor", "nobody"),
        ("actor=france&actor=nobody", "actor", "nobody"),
        ("actor=force", "actor", "force"),
        ("topic=france", "topic", "france"),
        ("topic=FORCE", "topic", "FORCE"),
        ("process=war", "process", "war"),
        # A role is not an actor, and nobody asks for the slugs of tags.
        ("actor=france/holder", "actor", "france/holder"),
        ("topic=100%25", "topic", "100%"),
    ],
)
def test_what_nothing_public_has(query, name, slug):
    used = {"actor": "envoy, france, germany", "topic": "force", "process": "peace"}[name]
    close = {"FORCE": "force", "france/holder": "france"}.get(slug)
    instead = f"Close to it: {close}." if close else f"Used most: {used}."
    assert complaints(query) == {name: [f"Nothing public has “{slug}”. {instead}"]}


def test_what_only_a_draft_names_is_not_given_away():
    record.position(holder="poland", topic="secret", publish=False)
    assert complaints("actor=poland&topic=secret") == {
        "actor": ["Nothing public has “poland”."],  # in an empty record, nothing would be right
        "topic": ["Nothing public has “secret”."],
    }


def test_what_a_withdrawn_entry_named_is_still_known():
    publishing.withdraw(record.position(holder="poland", topic="force"))
    assert tags("actor=poland&role=holder") == ["actor:poland", "actor-role:poland/holder"]
    assert public.page(parse("actor=poland")).texts == []


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("from=2026-01-06&to=2026-01-06", None),
        ("from=2026-01-07&to=2026-01-06", {"to": ["The window ends before it begins."]}),
        (
            "from=x&to=2026-01-06",
            {"from": ["“x” is not a day. Write it like 2026-01-06."]},
        ),
        ("q=" + "x" * 200, None),
        ("q=" + "x" * 201, {"q": ["Search for at most 200 characters; these are 201."]}),
        ("q=one+two+three+four+five+six+seven+eight+Eight", None),
        ("q=a+b+c+d+e+f+g+h+i", {"q": ["Search for at most 8 words; these are 9."]}),
        ("q=%2B-…", {"q": ["There is no letter or digit to search for."]}),
        ("order=date", {"order": ["“date” is not one of: newest, oldest."]}),
        ("kind=summit&kind=summit", {"kind": ["Give this parameter once."]}),
        ("limit=200", None),
        ("year=1", None),
        ("year=9999", None),
        ("year=0", {"year": ["“0” is not a year. Write it like 2026."]}),
        ("year=10000", {"year": ["“10000” is not a year. Write it like 2026."]}),
        ("year=2025&year=2026", {"year": ["Give this parameter once."]}),
        ("limit=201", {"limit": ["“201” is not a whole number from 1 to 200."]}),
    ],
)
def test_values_at_and_beyond_the_edge(query, errors):
    if errors is None:
        parse(query)
    else:
        assert complaints(query) == errors


def test_an_address_takes_only_the_filters_that_it_says():
    accept = ("topic", "as_of")
    assert parse("topic=", accept=accept) == Filters()
    assert complaints("kind=summit&by=x", accept=accept) == {
        "kind": ["This address has no filter by kind; it has: topic, as_of."],
        "by": ["There is no such parameter here. There are: topic, as_of."],
    }
    assert complaints("kind=summit", accept=("after",)) == {
        "kind": ["This address has no filter by kind, and no other."]
    }


def test_a_list_of_one_kind_takes_what_such_entries_can_have():
    assert parse("status=held", kind="summit").choices == (("status", "held"),)
    assert parse("", kind="summit").kind == "summit"
    said = "“held” is not one of: open, answered."
    assert complaints("status=held", kind="question") == {"status": [said]}


def test_a_value_of_a_closed_list():
    found = parse("status=open&firmness=agreed")

    assert (found.choice("firmness"), found.choice("stance")) == ("agreed", None)


@pytest.mark.parametrize(
    ("query", "narrowed", "windowed"),
    [
        *(("", False, False), ("kind=summit&as_of=2026-01-06&limit=3", False, False)),
        *(("stance=opposes", True, False), ("q=x", True, False)),
        *(("from=2026-01-06", True, True), ("to=2026-01-06", True, True)),
        ("year=2026", True, True),
    ],
)
def test_what_is_narrowed(query, narrowed, windowed):
    found = parse(query)

    assert (found.is_narrowed, found.is_windowed) == (narrowed, windowed)


def test_messages_are_in_the_readers_language():
    with translation.override("de"):
        german = complaints("from=2026-01-07&to=2026-01-06&topic=x&limit=0&q=!&cursor=x&kind=x")
    english = complaints("from=2026-01-07&to=2026-01-06&topic=x&limit=0&q=!&cursor=x&kind=x")
    assert german.keys() == english.keys() == {"to", "topic", "limit", "q", "cursor", "kind"}
    assert not {m for said in german.values() for m in said} & {
        m for said in english.values() for m in said
    }


def test_filters_that_ask_for_the_same_are_the_same():
    record.position()
    assert parse("topic=force") == Filters(topic="force")
    assert hash(parse("topic=force")) == hash(Filters(topic="force"))
    assert parse("topic=force") != parse("")


def test_who_is_on_file_only_as_a_member_is_known_and_in_no_entry():
    record.coalition("the-willing", poland="member")
    record.development("event", actors=["the-willing"])

    found = public.parse({"actor": ["poland"]})

    assert found.actors == ("poland",)
    assert public.page(found).texts == []
