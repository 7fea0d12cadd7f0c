"""Mutants: a module with one small change, made by the operators of mutmut.

mutmut itself leaves out what is decorated and what is done when a module is imported, as tables are
made, and it draws no samples. So the operators are taken from it, and modules are changed as a
whole.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import accumulate

import libcst as cst
import libcst.matchers as m
from libcst.metadata import CodePosition, CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

STATEMENTS = (cst.SimpleStatementLine, cst.BaseCompoundStatement)

GENERIC = {"dict", "list", "set", "tuple", "Callable", "Iterable", "Mapping", "Sequence"}
# Left alone, because no test can notice a change: what only type checkers and readers look at, and
# what decorators say of a class or of a memory.
LEFT_ALONE = (
    m.Annotation()
    | m.Decorator()
    | m.Assign(targets=[m.AssignTarget(m.Name("__all__"))])
    | m.Call(func=m.Name("cast"))
    | m.Arg(keyword=m.Name("strict"))
    | m.If(test=m.Name("TYPE_CHECKING"))
    | m.Assign(value=m.Subscript(value=m.Name(value=m.MatchIfTrue(GENERIC.__contains__))))
)
# SQL says the same in small letters and in capitals, unless it quotes something; so does the name
# of a column.
SQL = re.compile(
    r"[^']*\b((SELECT|FROM|JOIN|WHERE|LIMIT|(ORDER|GROUP) BY) |(AND|OR|ON) [a-z(])[^']*"
    r"|\"[a-z]+\.[a-z_]+\"",
    re.DOTALL,
)
# What `zip` is told to make sure of, which is so in any case.
STRICT = re.compile(r",\s*(strict=\w+,?)?\s*\)")


@dataclass(frozen=True)
class Mutant:
    """The module at `path` with `replacement` in the place of `text[start:end]`.

    `statement`: the lines of the statement in which that is; the first line of a module is 1.
    """

    path: str
    text: str
    start: int
    end: int
    replacement: str
    statement: range

    @property
    def mutated(self) -> str:
        return self.text[: self.start] + self.replacement + self.text[self.end :]

    @property
    def line(self) -> int:
        return self.text.count("\n", 0, self.start) + 1

    @cached_property
    def diff(self) -> list[str]:
        """The lines that go, after `-`, and those that come, after `+`."""
        begin = self.text.rfind("\n", 0, self.start) + 1
        end = (self.text + "\n").index("\n", self.end)
        gone = self.text[begin:end].splitlines()
        come = f"{self.text[begin : self.start]}{self.replacement}{self.text[self.end : end]}"
        new = come.splitlines()
        while gone and new and gone[0] == new[0]:
            del gone[0], new[0]
        while gone and new and gone[-1] == new[-1]:
            del gone[-1], new[-1]
        return [*(f"-{line}" for line in gone), *(f"+{line}" for line in new)]

    @cached_property
    def name(self) -> str:
        """The path and the change: it stays when lines move."""
        return "\n".join([self.path, *(line[0] + line[1:].strip() for line in self.diff)])

    @property
    def compiles(self) -> bool:
        try:
            compile(self.mutated, self.path, "exec")
        except SyntaxError:
            return False
        return True


def mutants_of(path: str, text: str) -> list[Mutant]:
    """All mutants of a module, each once."""
    finder = _Finder(path, text)
    MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True).visit(finder)
    return list(finder.found)


def sample(mutants: Iterable[Mutant], number: int, seed: int) -> list[Mutant]:
    """So many mutants by chance, in the order in which they are drawn: any beginning is a sample.

    The same seed draws the same ones, and goes on to do so when lines move or other code changes.
    """
    seen: Counter[str] = Counter()
    drawn: dict[bytes, Mutant] = {}
    for mutant in mutants:
        seen[mutant.name] += 1
        drawn[sha256(f"{seed}\n{seen[mutant.name]}\n{mutant.name}".encode()).digest()] = mutant
    return [drawn[key] for key in sorted(drawn)[:number]]


class _Finder(cst.CSTVisitor):
    """Collects the mutants of a module while it walks through it."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.path, self.text = path, text
        self.lines = text.splitlines(keepends=True)
        self.line_starts = [0, *accumulate(map(len, self.lines))]
        # Those that are open: the innermost one is last.
        self.statements: list[cst.CSTNode] = []
        self.found: dict[Mutant, None] = {}

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, LEFT_ALONE):
            return False
        if isinstance(node, STATEMENTS):
            self.statements.append(node)
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for mutated in operator(node):
                    self._add(node, mutated)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if self.statements and self.statements[-1] is original_node:
            self.statements.pop()

    def _add(self, node: cst.CSTNode, mutated: cst.CSTNode) -> None:
        place, statement = self._place(node), self._place(self.statements[-1])
        # Of `if` and the like, only the part up to what is changed is sure to be executed with it.
        simple = isinstance(self.statements[-1], cst.SimpleStatementLine)
        lines = range(statement.start.line, (statement if simple else place).end.line + 1)
        indent = " " * statement.start.column
        code = cst.Module([]).code_for_node(mutated).strip()
        mutant = Mutant(
            self.path,
            self.text,
            self._offset(place.start),
            self._offset(place.end),
            code.replace("\n", "\n" + indent),
            lines,
        )
        if not _says_the_same(self.text[mutant.start : mutant.end], code):
            self.found[mutant] = None

    def _place(self, node: cst.CSTNode) -> CodeRange:
        place = self.get_metadata(PositionProvider, node)
        assert isinstance(place, CodeRange)
        return place

    def _offset(self, position: CodePosition) -> int:
        return self.line_starts[position.line - 1] + position.column


def _says_the_same(text: str, mutated: str) -> bool:
    if SQL.fullmatch(text):
        return text.casefold() == mutated.casefold()
    return STRICT.sub("", text) == STRICT.sub("", mutated)
