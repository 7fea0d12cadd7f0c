"""What a migration takes from the program, told from its source alone."""

import ast
from collections.abc import Iterator
from pkgutil import resolve_name

from django.db.migrations.operations.base import Operation
from django.db.models import Field

# The program's own packages, and the modules in them that migrations may name: what they take from
# these stays under these names for good.
OURS = {"benchmarks", "events", "tests", "tracker"}
KEPT = {"events.models.engines", "events.models.entries", "events.models.fields"}
# Ways around an import.
DETOURS = {
    *("__import__", "eval", "exec", "import_module", "import_string", "resolve_name"),
    *("call_command", "get_user_model", "global_apps"),
}


def program_in(source: str) -> set[str]:
    """The names under which a migration has hold of what the program does.

    A field's class, an operation, a plain value and a function that is only named as a default do
    nothing by themselves.
    """
    tree = ast.parse(source)
    defaults = {
        ast.unparse(keyword.value)
        for keyword in ast.walk(tree)
        if isinstance(keyword, ast.keyword) and keyword.arg == "default"
    }
    return {name for name in _names(tree) if name not in defaults and not _is_inert(name)}


def _names(tree: ast.Module) -> Iterator[str]:
    """What is imported, wherever in the file, and what is reached from there."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                yield from (f"{alias.name} as {alias.asname}" for alias in names if alias.asname)
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module, names, level):
                yield from (f"{'.' * level}{module or ''}.{alias.name}" for alias in names)
            case ast.Attribute() | ast.Name():
                yield ast.unparse(node)


def _is_inert(name: str) -> bool:
    first, _dot, _rest = name.partition(".")
    if name.rpartition(".")[2] in DETOURS or name == "django.apps.apps":
        return False
    if first and first not in OURS:
        return True
    if any(f"{module}.".startswith(f"{name}.") for module in KEPT):
        return True
    module, _dot, _name = name.rpartition(".")
    if module not in KEPT:
        return False
    thing = resolve_name(name)
    return issubclass(thing, Field | Operation) if isinstance(thing, type) else not callable(thing)
