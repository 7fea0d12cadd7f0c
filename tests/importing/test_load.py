"""`manage.py load`: the file comes to the desk and to readers, or there is one clear refusal."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from events import importing, publishing
from events.models import Commitment, Entry, Process, Summit, Version

pytestmark = pytest.mark.django_db

File = Callable[..., Path]
Line = Callable[[str], int]


def load(path: Path, *options: str) -> list[str]:
    """The lines that the command prints."""
    out = io.StringIO()
    call_command("load", path, *options, stdout=out)
    return out.getvalue().splitlines()


def log() -> list[tuple[str, int, str]]:
    return list(Version.objects.values_list("slug", "number", "action"))


def test_entries_are_published_after_those_that_they_name(file: File) -> None:
    assert load(file()) == [
        "Created 14, updated 0, left 0 as they are.",
        "Entries that are public: 6.",
    ]
    order = [slug for slug, _number, _action in log()]
    assert sorted(order) == sorted(Entry.objects.values_list("slug", flat=True))
    assert order.index("oslo-1") < order.index("oslo-2")
    assert order.index("oslo-2") < min(order.index("patrol"), order.index("when"))


def test_loading_again_publishes_nothing_again(file: File) -> None:
    load(file())
    before = log()
    assert load(file()) == [
        "Created 0, updated 0, left 14 as they are.",
        "Entries that are public: 6.",
    ]
    assert log() == before


def test_what_differs_gets_a_version(file: File) -> None:
    load(file())
    before = log()
    assert load(file(("status: held", "status: planned"))) == [
        "Created 0, updated 1, left 13 as they are.",
        "  updated: summits: oslo-2",
        "Entries that are public: 6.",
    ]
    assert log() == [*before, ("oslo-2", 2, "published")]


def test_without_publishing_entries_are_drafts(file: File) -> None:
    assert load(file(), "--no-publish") == ["Created 14, updated 0, left 0 as they are."]
    assert (Entry.objects.count(), log()) == (6, [])
    load(file())
    assert len(log()) == 6


def test_a_check_writes_nothing_and_says_what_would_happen(file: File) -> None:
    lines = load(file(), "--check")
    assert lines[0] == "It would create 14, update 0, leave 0 as they are."
    assert lines[1] == "  created: processes: talks"
    assert len(lines) == 15
    assert (Process.objects.count(), Entry.objects.count(), log()) == (0, 0, [])
    load(file())
    before = log()
    assert load(file(("status: held", "status: planned")), "--check") == [
        "It would create 0, update 1, leave 13 as they are.",
        "  updated: summits: oslo-2",
    ]
    assert Summit.objects.get(slug="oslo-2").status == "held"
    assert log() == before


def test_a_check_finds_what_would_not_be_published(file: File) -> None:
    source = "    date: 2025-03-02\n    sources: [gazette]\n"
    with pytest.raises(CommandError) as raised:
        load(file((source, "    date: 2025-03-02\n")), "--check")
    assert ": summits: oslo-1: sources: A source is missing" in str(raised.value)
    assert "oslo-2" not in str(raised.value)
    assert Entry.objects.count() == 0


def test_what_is_interrupted_goes_on(file: File) -> None:
    written = importing.load(file())
    outcomes: Any = importing.publish(written.entries)
    next(outcomes)
    outcomes.close()
    begun = log()
    assert 0 < len(begun) < 6
    assert load(file()) == [
        "Created 0, updated 0, left 14 as they are.",
        "Entries that are public: 6.",
    ]
    assert log()[: len(begun)] == begun
    assert [number for _slug, number, _action in log()] == [1] * 6


def test_an_entry_that_is_not_ready_stays_a_draft_and_is_named(file: File) -> None:
    source = "    date: 2025-03-02\n    sources: [gazette]\n"
    with pytest.raises(CommandError) as raised:
        load(file((source, "    date: 2025-03-02\n")))
    lines = str(raised.value).splitlines()
    assert lines[0] == "On the desk, but not published:"
    assert lines[1].endswith(
        ": summits: oslo-1: sources: A source is missing: cite at least one that supports the "
        "entry."
    )
    # Those that name it wait for it; all others are public.
    assert {line.split(": ")[2] for line in lines[1:]} == {"oslo-1", "oslo-2", "patrol", "when"}
    assert sorted(slug for slug, _number, _action in log()) == ["finland-on-truce", "rain"]


def test_what_was_withdrawn_stays_withdrawn(file: File) -> None:
    load(file())
    publishing.withdraw(Commitment.objects.get(), note="Denied")
    before = log()
    lines = load(file(("value: 500\n", "value: 400\n")))
    assert lines[-2:] == ["Entries that are public: 5.", "Left withdrawn: patrol"]
    assert log() == before


def test_one_mistake_is_one_line(file: File, line: Line) -> None:
    path = file(("status: held", "status: over"))
    with pytest.raises(CommandError) as raised:
        load(path)
    assert str(raised.value) == (
        f"{path}: line {line('status: held')}: summits: oslo-2: status: "
        "“over” is none of these: planned, held, postponed, cancelled."
    )
    assert Process.objects.count() == 0


def test_several_mistakes_are_a_list(file: File, line: Line) -> None:
    path = file(("status: held", "status: over"), ("date: 2025-05,", "date: soon,"))
    with pytest.raises(CommandError) as raised:
        load(path)
    heading, *lines = str(raised.value).splitlines()
    assert heading == f"{path}: 2 problems; nothing was written."
    assert [text.split(": ")[:3] for text in lines] == [
        [f"  line {line('status: held')}", "summits", "oslo-2"],
        [f"  line {line('date: 2025-05')}", "commitments", "patrol"],
    ]


@pytest.mark.parametrize("name", ["none.yaml", "no\0name.yaml", "", "folder"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CommandError) as raised:
        load(tmp_path / name)
    assert "\n" not in str(raised.value)


def test_progress_goes_to_the_other_stream(file: File, capsys: pytest.CaptureFixture[str]) -> None:
    load(file())
    assert capsys.readouterr() == ("", "")
    load(file(), "--progress")
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Reading: 100%" in shown.err
    assert "14/14" in shown.err
    assert "Publishing: 100%" in shown.err
    assert "6/6" in shown.err


def test_what_is_odd_is_asked_about_and_loaded_all_the_same(file: File, line: Line) -> None:
    lead = "      - {actor: norway, role: lead, since: 2024, source: gazette}\n"
    twice = (lead, lead + "      - {actor: norway, since: 2025}\n")
    nobody = "Who says that these are members: Norway? Name a source."
    overlap = "Norway is a member twice at the same time. Is that right?"
    assert load(file(twice), "--no-publish") == [
        "Created 14, updated 0, left 0 as they are.",
        "Please check:",
        f"  line {line('    members:')}: actors: league: members: {nobody}",
        f"  line {line(lead) + 1}: actors: league: members 2: {overlap}",
    ]
