"""From the bytes of a YAML file to plain values, and the line of each.

Scalars stay as they are written: the field that a text goes into decides what it means, so that a
country code `NO` is Norway and a date `2025` a year, whatever YAML 1.1 makes of them. Aliases and
tags are refused: a file written by hand needs neither, and without them a small file cannot grow
into a large tree or into objects.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from django.utils.translation import gettext as _

from events.desk import Where, records
from events.importing.problems import LoadError, Located, unreadable
from events.models import control_character

MAX_BYTES = 10_000_000
MAX_DEPTH = 10

# A scalar without quotes that means "nothing", as YAML 1.2 writes it.
NOTHING = frozenset({"", "~", "null"})


@dataclass(slots=True)
class WrittenScalar:
    """A scalar as it is written; `None` if there is nothing."""

    value: str | None
    line: int


@dataclass(slots=True)
class Sequence:
    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys in the order of the file, each with its value and the line of the key itself."""

    line: int
    items: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = WrittenScalar | Sequence | Mapping

# The parser in C, if PyYAML was built with it: ten times as fast.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Tree:
    """A file that has been read."""

    root: Mapping

    def values(self) -> dict[str, records.Plain]:
        """What it says, without where it says so."""
        return {key: _plain(node) for key, node in self.root.items.items()}

    def line(self, where: Where) -> int | None:
        """The line of the key or list item that this way leads to, or of the nearest place around
        it that exists; None for the whole file."""
        node: Node = self.root
        line = None
        for step in where:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.items:
                line, node = node.lines[step], node.items[step]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                line = node.line
            else:
                break
        return line


def _plain(node: Node) -> records.Plain:
    if isinstance(node, WrittenScalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key: _plain(item) for key, item in node.items.items()}


def read(path: Path) -> Tree:
    """The file as a tree. Raises `LoadError` for anything that is not one YAML mapping in UTF-8."""
    text = _decoded(_contents(path))
    try:
        return Tree(_Builder().build(yaml.parse(text, Loader=_Loader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        reason = " ".join(filter(None, (error.context, error.problem)))
        raise LoadError.for_one(_("This is not YAML: %s.") % reason, line) from error
    except yaml.YAMLError as error:
        raise LoadError.for_one(
            _("This is not YAML: %s.") % " ".join(str(error).split())
        ) from error


def _contents(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            contents = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise LoadError.for_one(_("There is no such file.")) from error
    except IsADirectoryError as error:
        raise LoadError.for_one(_("This is a directory.")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LoadError.for_one(_("The file cannot be read: %s.") % reason) from error
    if len(contents) > MAX_BYTES:
        raise LoadError.for_one(
            _("The file is larger than %d MB. Cut it into several.") % (MAX_BYTES // 1_000_000)
        )
    return contents


def _decoded(contents: bytes) -> str:
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = contents.count(b"\n", 0, error.start) + 1
        raise LoadError.for_one(_("This is not text in UTF-8."), line) from error
    if (at := text.find("\0")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise LoadError.for_one(_("The character U+0000 cannot be part of a text."), line)
    return text


class _Builder:
    """Builds the tree from the parser's events, on a stack of its own: depth costs no recursion."""

    def __init__(self) -> None:
        self.problems: list[Located] = []
        self.root: Node | None = None
        # The nodes that are still open and, for each mapping, the key that waits for its value.
        self.open: list[Sequence | Mapping] = []
        self.keys: list[WrittenScalar | None] = []

    def build(self, events: Iterator[yaml.Event]) -> Mapping:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                self._refuse_references(event)
            if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                raise LoadError.for_one(_("The file holds more than one document."), _line(event))
            if isinstance(event, yaml.ScalarEvent):
                self._place(self._text(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._enter(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.keys.pop()
        if self.problems:
            raise LoadError(self.problems)
        if self.root is None or (isinstance(self.root, WrittenScalar) and self.root.value is None):
            raise LoadError.for_one(_("The file is empty."))
        if not isinstance(self.root, Mapping):
            raise LoadError.for_one(_("The file has to consist of named sections."), self.root.line)
        return self.root

    def _refuse_references(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            message = _("Anchors and aliases (“&%(name)s”, “*%(name)s”) are not taken.")
            raise LoadError.for_one(message % {"name": event.anchor}, _line(event))
        if tag := getattr(event, "tag", None):
            raise LoadError.for_one(_("Tags (“%s”) are not taken.") % tag, _line(event))

    def _text(self, event: yaml.ScalarEvent) -> WrittenScalar:
        line = _line(event)
        if not event.style and event.value in NOTHING:
            return WrittenScalar(None, line)
        if found := control_character(event.value):
            message = _("The character %s cannot be part of a text.") % found
            self.problems.append(unreadable(message, line))
        # A folded block ends with a line break that is not part of the text.
        return WrittenScalar(event.value.strip(), line)

    def _enter(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) == MAX_DEPTH:
            raise LoadError.for_one(_("This is nested too deeply."), _line(event))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node = Mapping(_line(event)) if is_mapping else Sequence(_line(event))
        self._place(node)
        self.open.append(node)
        self.keys.append(None)

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self.keys[-1]) is not None:
            self.keys[-1] = None
            self._add(parent, key, node)
        elif isinstance(node, WrittenScalar):
            self.keys[-1] = node
        else:
            raise LoadError.for_one(_("A key has to be a text."), node.line)

    def _add(self, parent: Mapping, key: WrittenScalar, node: Node) -> None:
        name = key.value or ""
        if name in parent.items:
            message = _("“%(key)s” is here a second time; the first is on line %(line)d.")
            params = {"key": name, "line": parent.lines[name]}
            self.problems.append(unreadable(message % params, key.line))
            return
        parent.items[name] = node
        parent.lines[name] = key.line


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1
