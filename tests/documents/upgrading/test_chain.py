"""The chain that brings documents of older shapes up to date."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from events.documents import shapes
from events.documents.rendering import render
from events.documents.upgrading import NewerShape, Stored, chain, upgrade, upgraded
from events.documents.upgrading.chain import STEPS
from events.documents.upgrading.shape_2 import shape_2
from tests.record import Record


def renamed(document: Stored) -> Stored:
    document["order"] = document.pop("rank")
    return document


def added(document: Stored) -> Stored:
    return document | {"urgency": None}


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "SHAPE", 3)
    monkeypatch.setattr(chain, "STEPS", (renamed, added))


def text(**members: Any) -> str:
    return orjson.dumps(members).decode()


def test_there_is_a_step_for_every_shape_before_the_newest() -> None:
    assert len(STEPS) == shapes.SHAPE - 1


def test_what_has_the_newest_shape_is_as_it_was_published() -> None:
    newest: Any = {"rank": 0, "shape": shapes.SHAPE}
    document, written = upgraded(text(**newest))
    assert document == newest
    assert written is None


@pytest.mark.usefixtures("two_steps")
@pytest.mark.parametrize(
    ("stored", "newest"),
    [
        ({"rank": 7, "shape": 1}, {"order": 7, "urgency": None, "shape": 3}),
        ({"order": 7, "shape": 2}, {"order": 7, "urgency": None, "shape": 3}),
    ],
)
def test_a_document_takes_the_steps_from_its_own_shape_on(stored: Stored, newest: Any) -> None:
    assert upgrade(dict(stored)) == newest
    document, written = upgraded(text(**stored))
    assert document == newest
    assert orjson.loads(written or "") == newest


@pytest.mark.usefixtures("two_steps")
def test_the_newest_takes_none() -> None:
    newest: Any = {"order": 7, "urgency": "high", "shape": 3}
    document, written = upgraded(text(**newest))
    assert document == newest
    assert written is None


def date_of_shape_1(edtf: str, en: str, de: str, **bounds: Any) -> Stored:
    known = {"precision": "day", "approximate": False, "uncertain": False}
    return {"edtf": edtf, **bounds, **known, "label": {"en": en, "de": de}}


@pytest.mark.parametrize(
    ("edtf", "before", "after"),
    [
        (
            "../2026-01-06",
            ("up to 6 January 2026", "bis 6. Januar 2026"),
            ("by 6 January 2026", "spätestens 6. Januar 2026"),
        ),
        (
            "../2025-12",
            ("up to December 2025", "bis Dezember 2025"),
            ("by the end of December 2025", "spätestens Ende Dezember 2025"),
        ),
        (
            "../2026-01-06~",
            ("up to about 6 January 2026", "bis etwa 6. Januar 2026"),
            ("by about 6 January 2026", "spätestens etwa 6. Januar 2026"),
        ),
        (
            "../2026-01-06?",
            ("up to 6 January 2026 (uncertain)", "vermutlich bis 6. Januar 2026"),
            ("by 6 January 2026 (uncertain)", "vermutlich spätestens 6. Januar 2026"),
        ),
        (
            "../2026-01~-06",
            (
                "up to 6 January 2026 (year and month approximate)",
                "bis 6. Januar 2026 (Jahr und Monat ungefähr)",
            ),
            (
                "by 6 January 2026 (year and month approximate)",
                "spätestens 6. Januar 2026 (Jahr und Monat ungefähr)",
            ),
        ),
        # In each language, what an editor has worded stays.
        (
            "../2026-01-06",
            ("up to the evening of 6 January 2026", "bis 6. Januar 2026"),
            ("up to the evening of 6 January 2026", "spätestens 6. Januar 2026"),
        ),
        # Another date said the same.
        (
            "/2026-01-06",
            ("up to 6 January 2026", "bis 6. Januar 2026"),
            ("up to 6 January 2026", "bis 6. Januar 2026"),
        ),
        ("2026-01-06", ("Epiphany", "Dreikönig"), ("Epiphany", "Dreikönig")),
    ],
)
def test_by_is_worded_so_from_shape_2_on(
    edtf: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    record = date_of_shape_1(edtf, *before, earliest=None, latest="2026-01-06")
    second = shape_2({"date": record, "actors": [], "actor_records": []})
    assert (second["date"]["label"]["en"], second["date"]["label"]["de"]) == after


@pytest.mark.parametrize(
    ("edtf", "precision", "bounds"),
    [
        ("2025~", "year", ("2024-07-01", "2026-06-30")),
        ("2025-12-15~", "day", ("2025-12-12", "2025-12-18")),
        ("2025-11-15~/..", "day", ("2025-11-12", None)),
        ("../2026-01-06~", "day", (None, "2026-01-09")),
        ("[2025-12-01,2026-01-03]", "year", ("2025-12-01", "2026-01-03")),
        ("2026-01-06", "day", ("2026-01-06", "2026-01-06")),
        ("2026", "year", ("2026-01-01", "2026-12-31")),
    ],
)
def test_dates_are_read_again_from_shape_2_on(
    edtf: str, precision: str, bounds: tuple[str | None, str | None]
) -> None:
    old = date_of_shape_1(edtf, "then", "dann", earliest="2025-01-01", latest="2025-12-31")
    second = shape_2({"date": old, "actors": [], "actor_records": []})
    assert second["date"] == old | {
        "earliest": bounds[0],
        "latest": bounds[1],
        "precision": precision,
        "label": {"en": "then", "de": "dann"},
    }


@pytest.mark.django_db
def test_every_date_in_a_document_is_read_again() -> None:
    record = Record()
    promise = record.commitment("promise", date="../2026-01-06", deadline="2027~", publish=False)
    record.status(promise, "delayed", "../2026-01-05")
    record.called(promise, "poland")
    document: Any = dict(render(promise))
    stored = orjson.loads(
        orjson.dumps(document | {"shape": 1})
        .replace(b"by 6", b"up to 6")
        .replace("spätestens 6".encode(), b"bis 6")
        .replace(b"by 5", b"up to 5")
        .replace("spätestens 5".encode(), b"bis 5")
        .replace(b'"2026-07-01"', b'"2027-01-01"')
    )
    assert stored != document | {"shape": 1}
    # What later shapes change besides is no matter here.
    assert shape_2(stored) == document | {"shape": 1}


@pytest.mark.parametrize("read", [upgraded, lambda published: upgrade(orjson.loads(published))])
def test_what_a_later_release_has_published_is_refused(read: Callable[[str], object]) -> None:
    later = shapes.SHAPE + 1
    with pytest.raises(NewerShape) as refusal:
        read(text(shape=later))
    assert str(refusal.value) == (
        f"A newer release has published documents of shape {later}; this one reads those up to "
        f"{shapes.SHAPE}. Run that release."
    )


def test_shape_1_did_not_tell_the_day_from_today() -> None:
    """The office was that on file; and who was usually represented was so without a date."""

    def row(slug: str, represents: str | None) -> Any:
        return {"slug": slug, "name": {"en": slug}, "represents": represents}

    def on_file(slug: str, represents: str | None, **office: str) -> Any:
        return {"slug": slug, "represents": represents, "office": office}

    document = shape_2(
        {
            "actors": [row("sam", "france"), row("eva", "poland"), row("france", None)],
            "actor_records": [
                on_file("sam", "france", en="Minister"),
                on_file("eva", "france"),
                on_file("france", None),
            ],
        }
    )

    new = ("slug", "name_today", "office", "represents_by")
    assert [tuple(row[name] for name in new) for row in document["actors"]] == [
        ("sam", None, {"en": "Minister"}, "file"),
        ("eva", None, {}, None),
        ("france", None, {}, None),
    ]
    assert [(r["offices"], r["former_names"]) for r in document["actor_records"]] == [([], [])] * 3
