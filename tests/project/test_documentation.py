"""What the documents say is there: files, links, commands, settings."""

import ast
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
# What is in every clone, by the first part of a path.
ROOTS = {path.name for path in ROOT.iterdir() if path.name != "var"}

LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")
CODE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
PLACEHOLDER = re.compile(r"<\w+>")
MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")
MANAGE = re.compile(r"manage\.py ([a-z]+)|make manage ARGS='([a-z]+)")
MODULE = re.compile(r"python -m ([\w.]+)")
# Gunicorn's own.
READ_BY_OTHERS = {"WEB_CONCURRENCY"}


def paths(text: str) -> set[str]:
    """What is set as code and begins as a path of this repository does."""
    found = {code for code in CODE.findall(text) if re.fullmatch(r"[\w./<>*-]+", code)}
    return {code for code in found if "/" in code and code.split("/")[0] in ROOTS}


def commands(text: str) -> str:
    """Everything that is to be typed: blocks, and code in the text."""
    prose = BLOCK.sub("", text)
    lines = "\n".join(BLOCK.findall(text)).splitlines()
    return "\n".join([line.partition(" # ")[0] for line in lines] + CODE.findall(prose))


def anchors(document: Path) -> set[str]:
    """The addresses of the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", text.lower()).strip().replace(" ", "-") for text in headings}


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_a_document_names_is_there(name: str) -> None:
    named = {PLACEHOLDER.sub("*", path) for path in paths((ROOT / name).read_text())}
    assert [path for path in sorted(named) if not list(ROOT.glob(path))] == []


def test_the_documents_for_developers_name_files_at_all() -> None:
    for name in ("CONTRIBUTING.md", "docs/architecture.md", "README.md"):
        assert len(paths((ROOT / name).read_text())) > 10, name


@pytest.mark.parametrize("name", NAMES)
def test_every_link_within_the_repository_leads_somewhere(name: str) -> None:
    document = ROOT / name
    for target, anchor in LINK.findall(document.read_text()):
        path = document.parent / target
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), f"{target}#{anchor}"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_that_a_document_names_exists(name: str) -> None:
    typed = commands((ROOT / name).read_text())
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    asked = {command for pair in MANAGE.findall(typed) for command in pair if command}
    assert set(MAKE.findall(typed)) - targets == set()
    assert asked - get_commands().keys() == set()
    assert {module for module in MODULE.findall(typed) if not find_spec(module)} == set()


def test_the_readme_lists_every_setting() -> None:
    table = re.findall(r"^\| (`[A-Z_`, ]+`) \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    listed = [name for cell in table for name in re.findall(r"[A-Z_]+", cell)]
    calls = [
        node
        for path in (ROOT / "tracker/settings").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("environment.")
    ]
    read = {ast.literal_eval(call.args[0]) for call in calls}
    assert set(listed) == read | READ_BY_OTHERS
    assert len(listed) == len(set(listed))
