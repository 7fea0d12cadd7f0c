"""The chain that brings documents of older shapes up to date."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from events.documents import shapes, upgrading
from events.documents.upgrading import STEPS, NewerShape, Stored, upgrade, upgraded


def renamed(document: Stored) -> Stored:
    document["order"] = document.pop("rank")
    return document


def added(document: Stored) -> Stored:
    return document | {"urgency": None}


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "SHAPE", 3)
    monkeypatch.setattr(upgrading, "STEPS", (renamed, added))


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

    document: Any = upgraded(
        text(
            shape=1,
            actors=[row("sam", "france"), row("eva", "poland"), row("france", None)],
            actor_records=[
                on_file("sam", "france", en="Minister"),
                on_file("eva", "france"),
                on_file("france", None),
            ],
        )
    ).document

    new = ("slug", "name_today", "office", "represents_by")
    assert [tuple(row[name] for name in new) for row in document["actors"]] == [
        ("sam", None, {"en": "Minister"}, "file"),
        ("eva", None, {}, None),
        ("france", None, {}, None),
    ]
    assert [(r["offices"], r["former_names"]) for r in document["actor_records"]] == [([], [])] * 3
