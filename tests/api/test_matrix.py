"""Who stands where."""

import pytest

from events import public
from tests import snapshot


@pytest.fixture
@snapshot.kept
def positions(record):
    record.person("merz", represents="germany")
    record.position("early", holder="france", topic="force", stance="undecided", date="2025-09")
    record.position("late", holder="france", topic="force", stance="supports", date="2026-01-06")
    record.position(
        "spoken",
        holder="germany",
        topic="talks",
        stance="conditional",
        speaker="merz",
        attribution_en="a spokesman",
        date="2025-12",
    )
    record.position("elsewhere", holder="russia", topic="force", stance="opposes", process="other")
    record.position("draft", holder="poland", topic="secret", publish=False)


def cells(body):
    return {(cell["actor"], cell["topic"]): cell["entry"]["slug"] for cell in body["positions"]}


SOURCE = {
    "slug": "report",
    "title": "Report report",
    "language": "de",
    "publisher": None,
    "url": None,
    "archive_url": None,
    "published_on": "2026-01-06",
    "state": "published",
    "quote": "",
    "quote_language": "de",
    "others": 0,
}


@pytest.mark.usefixtures("positions")
def test_the_whole_answer(get):
    body = get("matrix/", process="peace", on="2025-12-31").json()
    spoken = get("entries/spoken/").json()

    assert body == {
        "on": "2025-12-31",
        "future": False,
        "seq": public.last_seq(),
        "time": public.present(),
        "as_of": None,
        "process": "peace",
        "actors": [
            {"slug": "france", "name": {"en": "France", "de": "France (de)"}},
            {"slug": "germany", "name": {"en": "Germany", "de": "Germany (de)"}},
        ],
        "topics": [
            {"slug": "force", "name": {"en": "Topic force", "de": "Thema force"}},
            {"slug": "talks", "name": {"en": "Topic talks", "de": "Thema talks"}},
        ],
        "positions": [
            {
                "actor": "france",
                "country": "FR",
                "topic": "force",
                "stance": "undecided",
                "entry": {"id": get("entries/early/").json()["id"], "slug": "early"},
                "date": get("entries/early/").json()["date"],
                "speakers": [],
                "attribution": {},
                "basis": None,
                "source": SOURCE,
                "certainty": "certain",
                "since": {"certainly": "2025-09-30", "possibly": "2025-09-01"},
            },
            {
                "actor": "germany",
                "country": "DE",
                "topic": "talks",
                "stance": "conditional",
                "entry": {"id": spoken["id"], "slug": "spoken"},
                "date": spoken["date"],
                "speakers": ["merz"],
                "attribution": {"en": "a spokesman"},
                "basis": None,
                "source": SOURCE,
                "certainty": "certain",
                "since": {"certainly": "2025-12-31", "possibly": "2025-12-01"},
            },
        ],
    }


@pytest.mark.usefixtures("positions")
def test_the_latest_position_by_then_holds(get):
    assert cells(get("matrix/", on="2025-08-31").json()) == {}
    assert cells(get("matrix/", on="2025-09-30").json()) == {("france", "force"): "early"}
    today = get("matrix/").json()
    assert cells(today) == {
        ("france", "force"): "late",
        ("germany", "talks"): "spoken",
        ("russia", "force"): "elsewhere",
    }
    assert today == get("matrix/", on=today["on"]).json()


@pytest.mark.parametrize(
    ("edtf", "on", "certainty", "certainly", "possibly"),
    [
        ("2026-01-06", "2026-01-06", "certain", "2026-01-06", "2026-01-06"),
        ("2026-01-06T09:30:00Z", "2026-01-06", "certain", "2026-01-06", "2026-01-06"),
        ("2025-09", "2025-09-01", "possible", "2025-09-30", "2025-09-01"),
        ("2025-09", "2025-09-30", "certain", "2025-09-30", "2025-09-01"),
        ("2025~", "2024-07-01", "possible", "2026-06-30", "2024-07-01"),
        ("../2026-01-06", "2026-01-05", "possible", "2026-01-06", None),
        ("../2026-01-06", "2026-01-06", "certain", "2026-01-06", None),
        ("XXXX-12-24", "2026-01-06", "possible", None, None),
        ("2022-05/2023-09", "2023-09-01", "certain", "2022-05-31", "2022-05-01"),
        ("2022-05/2023-09", "2023-09-02", "possible", "2022-05-31", "2022-05-01"),
    ],
)
def test_whether_and_since_when_a_position_holds(
    get, record, edtf, on, certainty, certainly, possibly
):
    record.position("one", date=edtf)

    [position] = get("matrix/", on=on).json()["positions"]

    assert position["certainty"] == certainty
    assert position["since"] == {"certainly": certainly, "possibly": possibly}


def test_of_several_that_are_possible_the_latest_comes_first(get, record):
    record.position("before", stance="supports", date="2025-01-01")
    record.position("after", stance="opposes", date="2025-09")

    def told(on):
        body = get("matrix/", on=on).json()
        assert [actor["slug"] for actor in body["actors"]] == ["france"]
        return [
            (one["entry"]["slug"], one["stance"], one["certainty"]) for one in body["positions"]
        ]

    assert told("2025-08-31") == [("before", "supports", "certain")]
    assert told("2025-09-15") == [
        *(("after", "opposes", "possible"), ("before", "supports", "possible")),
    ]
    assert told("2025-09-30") == [("after", "opposes", "certain")]


def test_what_is_over_is_not_listed(get, record):
    record.position("one", date="2022-05/2023-09")

    body = get("matrix/", on="2023-10-01").json()

    assert (body["actors"], body["topics"], body["positions"]) == ([], [], [])


@pytest.mark.usefixtures("positions")
def test_what_was_asked_for_is_repeated(get):
    body = get("matrix/", on="2026-02-01", process="other", as_of="2025-01-01").json()

    assert body == {
        "on": "2026-02-01",
        "future": True,
        "seq": 0,
        "time": None,
        "as_of": "2025-01-01",
        "process": "other",
        "actors": [],
        "topics": [],
        "positions": [],
    }


@pytest.mark.usefixtures("positions")
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("on", ["2026", "tomorrow", "2026-02-30", "2026-W01-1", "\0", "x" * 10_000, "0000-00-00"]),
        ("process", ["nowhere", "\0", "x" * 10_000, "france"]),
        ("as_of", ["2999-01-01", "x"]),
    ],
)
def test_values_that_cannot_be_meant(get, name, values):
    for value in values:
        response = get("matrix/", **{name: value})
        assert response.status_code == 400, value
        assert list(response.json()["errors"]) == [name]


@pytest.mark.usefixtures("positions")
def test_all_that_is_wrong_is_told_at_once(get):
    errors = get("matrix/", on="x", process="nowhere", topic="nothing", as_of="y").json()["errors"]

    assert sorted(errors) == ["as_of", "on", "process", "topic"]


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(get, positions, on):
    assert get("matrix/", on=on).status_code == 200


def test_the_number_of_queries_does_not_grow(get, record, django_assert_num_queries):
    record.position()
    with django_assert_num_queries(4):
        get("matrix/")
    for number in range(10):
        record.position(f"p{number}", holder=f"a{number}", topic=f"t{number}")
    with django_assert_num_queries(4):
        assert len(get("matrix/").json()["positions"]) == 11


@pytest.mark.usefixtures("positions")
def test_only_the_rows_columns_and_stances_that_are_asked_for(get):
    def cells(**params):
        body = get("matrix/", on="2025-12-31", **params).json()
        found = {(one["actor"], one["topic"]) for one in body["positions"]}
        assert {one["slug"] for one in body["actors"]} == {actor for actor, _topic in found}
        assert {one["slug"] for one in body["topics"]} == {topic for _actor, topic in found}
        return sorted(found)

    every = cells()
    assert len(every) > 1
    assert cells(actor="france") == [one for one in every if one[0] == "france"]
    assert (
        cells(actor=["france", "germany"])
        == cells(actor="france,germany")
        == [one for one in every if one[0] in ("france", "germany")]
    )
    assert cells(topic="talks") == [one for one in every if one[1] == "talks"]
    assert cells(actor="germany", topic="force") == []
    assert cells(stance="conditional") == [("germany", "talks")]
    assert ("france", "force") in cells(stance="undecided,conditional")


@pytest.mark.usefixtures("positions")
@pytest.mark.parametrize(
    ("params", "wrong"),
    [
        ({"actor": "nobody"}, "actor"),
        ({"topic": "nothing"}, "topic"),
        ({"stance": "perhaps"}, "stance"),
        ({"process": "peace,other"}, "process"),
    ],
)
def test_what_cannot_be_a_row_or_column_is_refused(get, params, wrong):
    response = get("matrix/", **params)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == [wrong]
