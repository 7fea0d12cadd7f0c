"""From a file to readers: what becomes of a promise and of each of its parts, and who said so."""

from typing import Any

import pytest

from events import importing, public
from events.models import CommitmentPart
from tests.importing.loading.outcome import File, problems_of

pytestmark = pytest.mark.django_db

HISTORY = """    history:
      - {status: under-way, date: 2025-05, source: gazette, locator: p. 2}
"""
PROGRESS = """    parts:
      - {key: boats, text: {en: Six boats, de: Sechs Boote}, deadline: 2025-09}
      - {key: crews, text: {en: Their crews, de: Ihre Besatzungen}}
    history:
      - {status: under-way, date: 2025-05, source: gazette, locator: p. 2}
      - {status: suspended, date: 2025-07-01, by: league, source: gazette}
      - {part: boats, status: fulfilled, date: 2025-08, source: gazette}
"""


@pytest.fixture
def document(file: File) -> Any:
    written = importing.load(file((HISTORY, PROGRESS)))
    list(importing.publish(written.entries))
    found: Any = public.entry("patrol").document
    return found


def test_parts_and_their_history(document: Any) -> None:
    assert document["status"] == "suspended"
    assert [(step["status"], step["by"]) for step in document["history"]] == [
        *(("under-way", None), ("suspended", "league")),
    ]
    assert [
        (part["key"], part["text"]["de"], part["status"], len(part["history"]))
        for part in document["parts"]
    ] == [("boats", "Sechs Boote", "fulfilled", 1), ("crews", "Ihre Besatzungen", "open", 0)]
    assert document["parts"][0]["deadline"]["edtf"] == "2025-09"


def test_the_same_file_again_changes_nothing(file: File) -> None:
    path = file((HISTORY, PROGRESS))
    importing.load(path)

    again = importing.load(path)

    assert (again.created, again.updated) == ([], [])
    assert [part.order for part in CommitmentPart.objects.all()] == [0, 1]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("key: crews", "key: boats", "parts 2: Another part has this short name."),
        ("key: crews, ", "", "parts 2: key: This is missing."),
        ("key: crews", "key: all crews", "parts 2: key: Enter a valid “slug”"),
        ("{en: Their crews, de: Ihre Besatzungen}", "{}", "parts 2: text: This text is missing."),
        ("deadline: 2025-09", "deadline: soon", "parts 1: deadline: "),
        ("by: league", "by: leage", "history 2: by: There is no “leage” among the actors"),
        ("status: suspended", "status: paused", "history 2: status: “paused” is none of these"),
    ],
)
def test_a_mistake_is_told_with_its_row(file: File, old: str, new: str, problem: str) -> None:
    assert PROGRESS.count(old) == 1
    [told] = problems_of(file((HISTORY, PROGRESS.replace(old, new))))
    assert told.startswith(f"commitments: patrol: {problem}")


def test_a_status_of_a_part_that_is_not_there_is_no_news_for_readers(file: File) -> None:
    written = importing.load(file((HISTORY, PROGRESS.replace("part: boats", "part: ships"))))

    outcomes = {entry.slug: outcome for entry, outcome in importing.publish(written.entries)}

    assert [str(problem) for problem in outcomes["patrol"]] == [
        "A status change names a part that is not there, “ships”. The parts are: boats, crews."
    ]


def test_several_speakers_of_a_position(file: File) -> None:
    actors = "actors: [finland, {actor: ola, role: speaker}, {actor: norway, role: speaker}]"
    written = importing.load(file(("actors: [finland]", actors)))
    list(importing.publish(written.entries))

    document: Any = public.entry("finland-on-truce").document
    assert document["speakers"] == ["ola", "norway"]
