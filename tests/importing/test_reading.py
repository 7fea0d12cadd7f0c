"""From bytes to a tree: what is taken, and how everything else is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from events.importing import reading
from events.importing.problems import LoadError
from events.importing.reading import Mapping, Sequence, WrittenScalar, read

File = Callable[..., Path]


def refusal(path: Path) -> list[str]:
    with pytest.raises(LoadError) as raised:
        read(path)
    return [str(problem) for problem in raised.value.problems]


def test_the_tree_knows_the_line_of_every_key_and_value(file: File) -> None:
    tree = read(file(text="# a comment\nactors:\n  - norway\n  - {a: b}\n\nx:\n  y\n"))
    assert tree.root == Mapping(
        2,
        {
            "actors": Sequence(
                3, [WrittenScalar("norway", 3), Mapping(4, {"a": WrittenScalar("b", 4)}, {"a": 4})]
            ),
            "x": WrittenScalar("y", 7),
        },
        {"actors": 2, "x": 6},
    )


def test_what_a_file_says_is_apart_from_where_it_says_so(file: File) -> None:
    tree = read(file(text="actors:\n  - norway\n  - {a: b, c: ~}\n\nx: y\n"))
    assert tree.values() == {"actors": ["norway", {"a": "b", "c": None}], "x": "y"}


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ((), None),
        (("actors",), 1),
        (("actors", 0), 2),
        (("actors", 1, "a"), 4),
        # The nearest place that there is.
        (("actors", 1, "z", "de"), 3),
        (("actors", 7), 1),
        (("actors", "a"), 1),
        (("x", "en"), 6),
        (("nothing",), None),
    ],
)
def test_a_way_through_the_values_leads_to_a_line(
    file: File, where: tuple[str | int, ...], line: int | None
) -> None:
    tree = read(file(text="actors:\n  - norway\n  - b: c\n    a: b\n\nx:\n  y\n"))
    assert tree.line(where) == line


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("NO", "NO"),
        ("2025", "2025"),
        ("2025-01-06", "2025-01-06"),
        ("0o17", "0o17"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("'null'", "null"),
        ('""', ""),
        ("null", None),
        ("~", None),
        ("", None),
        ('" spaces around "', "spaces around"),
        (">\n  one\n  two\n", "one two"),
        ("|\n  one\n  two\n", "one\ntwo"),
        ("Übung “x” – ok", "Übung “x” – ok"),
    ],
)
def test_a_text_is_taken_as_it_is_written(file: File, written: str, taken: str | None) -> None:
    [value] = read(file(text=f"key: {written}\n")).root.items.values()
    assert isinstance(value, WrittenScalar)
    assert value.value == taken


def test_a_byte_order_mark_is_no_part_of_the_text(file: File) -> None:
    assert list(read(file(text="\ufeffkey: value\n".encode())).values()) == ["key"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "The file is empty."),
        ("# nothing\n", "The file is empty."),
        ("---\n...\n", "The file is empty."),
        ("~", "The file is empty."),
        ("just text", "line 1: The file has to consist of named sections."),
        ("- a\n- b\n", "line 1: The file has to consist of named sections."),
        ("a: 1\n---\nb: 2\n", "line 2: The file holds more than one document."),
        ("a: !!python/object/apply:os.system [ls]\n", "line 1: Tags"),
        ("a: !include x\n", "line 1: Tags"),
        ("a: !!str x\n", "line 1: Tags"),
        ("a: &x [1]\nb: *x\n", "line 1: Anchors and aliases (“&x”, “*x”) are not taken."),
        ("a: 1\nb: *x\n", "line 2: Anchors and aliases"),
        ("? [a]\n: b\n", "line 1: A key has to be a text."),
        ("{a: b}: c\n", "line 1: A key has to be a text."),
        ("a: 1\nb: 2\na: 3\n", "line 3: “a” is here a second time; the first is on line 1."),
        ('a: "\\0"\n', "line 1: The character U+0000 cannot be part of a text."),
        ('a:\n  - "\\x07"\n', "line 2: The character U+0007 cannot be part of a text."),
        ("a: [1, 2\n", "This is not YAML"),
        ("a: 1\n\tb: 2\n", "This is not YAML"),
        ("a: b: c\n", "line 1: This is not YAML"),
        ("a: 'open\n", "This is not YAML"),
        ("%YAML 9.9\n---\na: 1\n", "This is not YAML"),
        ("[" * 100_000, "line 1: This is nested too deeply."),
        ("{a: " * 100_000, "line 1: This is nested too deeply."),
        ("a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 50)), "This is nested too deeply."),
        (b"a: \xff\n", "line 1: This is not text in UTF-8."),
        (b"a: b\nc: \xe4\n", "line 2: This is not text in UTF-8."),
        ("a: ä\n".encode("utf-16"), "line 1: This is not text in UTF-8."),
        (b"a: b\nc: \0\n", "line 2: The character U+0000 cannot be part of a text."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "line 1: This is not text in UTF-8."),
        (b"SQLite format 3\0\x10\0", "line 1: The character U+0000 cannot be part of a text."),
        (b"a: \x1b[31m\n", "This is not YAML"),
    ],
)
def test_what_is_not_taken(file: File, text: str | bytes, problem: str) -> None:
    [told] = refusal(file(text=text))
    assert problem in told
    assert "\n" not in told


def test_many_laughs_cost_nothing(file: File) -> None:
    laughs = "a0: &a0 [lol]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    assert len(refusal(file(text=laughs))) == 1


def test_several_problems_are_told_together(file: File) -> None:
    assert refusal(file(text='a: 1\na: 2\nb: "\\x01"\nc: 3\nc: 4\n')) == [
        "line 2: “a” is here a second time; the first is on line 1.",
        "line 3: The character U+0001 cannot be part of a text.",
        "line 5: “c” is here a second time; the first is on line 4.",
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.yaml") == ["There is no such file."]
    assert refusal(tmp_path / "no\0name.yaml") == ["The file cannot be read: embedded null byte."]
    assert refusal(tmp_path) == ["This is a directory."]


def test_a_file_below_a_file(file: File) -> None:
    assert refusal(file(text="a: b") / "x.yaml") == ["The file cannot be read: Not a directory."]


def test_a_file_that_is_too_large(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(text="a: " + "b" * 100)
    monkeypatch.setattr(reading, "MAX_BYTES", 103)
    assert list(read(path).values()) == ["a"]
    monkeypatch.setattr(reading, "MAX_BYTES", 102)
    assert refusal(path) == ["The file is larger than 0 MB. Cut it into several."]


def test_without_the_parser_in_c(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML comes without it on some machines; what is taken and refused is the same."""
    import yaml

    whole = read(file())
    monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    assert read(file()) == whole
    for text in ("a: [1", "a: *x", "[" * 100_000, "a: !x y", b"a: \x1b[31m\n", "a:\n\t- b"):
        assert len(refusal(file(text=text))) == 1
