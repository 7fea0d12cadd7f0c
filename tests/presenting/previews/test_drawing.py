import pytest

from events.presenting.previews.drawing import from_right, wrapped
from events.presenting.previews.fonts import BOLD, FOLDER, SPARE, can_write, fitting, font

FACE = font(BOLD, 40)


def test_words_go_on_in_the_next_line():
    lines, whole = wrapped("Coalition of the Willing meets in Paris", FACE, 440, 3)

    assert whole
    assert " ".join(lines) == "Coalition of the Willing meets in Paris"
    assert len(lines) == 2
    assert all(FACE.getlength(line) <= 440 for line in lines)


@pytest.mark.parametrize("said", ["Coalition of the Willing meets in Paris " * 5, "x" * 1000])
@pytest.mark.parametrize("most", [1, 3])
def test_what_has_no_room_is_cut(said, most):
    lines, whole = wrapped(said, FACE, 400, most)

    assert not whole
    assert len(lines) <= most
    assert lines[-1].endswith("…")
    assert all(FACE.getlength(line) <= 400 for line in lines)


def test_nothing_is_one_empty_line():
    assert wrapped("", FACE, 400, 3) == ([""], True)


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Paris", False), ("قمة Paris", True), ("NATO קמה", False), ("2026 פגישה", True), ("", False)],
)
def test_the_first_letter_with_a_direction_decides(said, expected):
    assert from_right(said) is expected


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Überprüfung – „€“ 26 … ±", BOLD),
        ("Україна і Київ", BOLD),
        ("ضمانات", SPARE),
        ("פגישה", SPARE),
        ("Հայաստան", SPARE),
    ],
)
def test_each_script_has_a_font(said, name):
    assert fitting(said, BOLD) == name
    assert can_write(said)


def test_what_no_font_has_is_known():
    assert not can_write("會議")
    assert not can_write("Treffen 會議")


def test_every_font_comes_with_its_licence():
    names = {path.name for path in FOLDER.iterdir()}

    assert {name for name in names if name.endswith(".txt")} == {
        "DejaVuSans-LICENSE.txt",
        "SourceSerifPro-LICENSE.txt",
    }
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 800_000
