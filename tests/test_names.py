"""One word means one thing: no two classes of the program have the same name.

Who meets a name should not have to look up the import to know which of several things it is.
"""

import ast
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "events").rglob("*.py"))
# Names that a framework asks for, and where it does.
FORCED = {
    # Django finds a command by its module and takes the class of this name in it.
    "Command": "events/management/commands/",
}
NOWHERE = "nowhere"
# A row of the desk and what documents say of it are the same thing on its two sides.
ROW, DOCUMENT = "events/models/", "events/documents/shapes/"


def test_no_two_classes_have_the_same_name() -> None:
    assert ambiguous(homes({name(path): path.read_text("utf-8") for path in SOURCES})) == {}


def test_a_name_that_is_given_twice_is_noticed() -> None:
    card = "class Card:\n    pass\n"
    found = homes({"events/views/card.py": card, "events/presenting/card.py": card})

    assert ambiguous(found) == {"Card": ["events/views/card.py", "events/presenting/card.py"]}


def test_a_name_that_is_given_twice_in_one_room_is_noticed() -> None:
    rows = {f"{ROW}{module}.py": "class Topic: ..." for module in ("topics", "reference")}

    assert list(ambiguous(homes(rows))) == ["Topic"]


def test_only_commands_are_called_command() -> None:
    commands = {f"events/management/commands/{one}.py": "class Command: ..." for one in "ab"}

    assert ambiguous(homes(commands)) == {}
    assert list(ambiguous(homes({**commands, "events/desk/a.py": "class Command: ..."}))) == [
        "Command"
    ]


def test_a_row_and_its_document_have_one_name() -> None:
    sources = {f"{ROW}reference.py": "class Topic: ...", f"{DOCUMENT}topics.py": "class Topic: ..."}

    assert ambiguous(homes(sources)) == {}
    assert list(ambiguous(homes({**sources, "events/views/topics.py": "class Topic: ..."}))) == [
        "Topic"
    ]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def homes(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """The modules that declare each class, but for migrations, which call nothing of the program.
    `sources`: the text of each module."""
    found: dict[str, list[str]] = defaultdict(list)
    for module, text in sources.items():
        if not module.startswith("events/migrations/"):
            for statement in ast.parse(text).body:
                if isinstance(statement, ast.ClassDef):
                    found[statement.name].append(module)
    return found


def ambiguous(found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {
        declared: modules
        for declared, modules in found.items()
        if len(modules) > 1
        and not are_row_and_document(modules)
        and not all(module.startswith(FORCED.get(declared, NOWHERE)) for module in modules)
    }


def are_row_and_document(modules: list[str]) -> bool:
    if len(modules) != 2:
        return False
    document, row = sorted(modules)
    return document.startswith(DOCUMENT) and row.startswith(ROW)
