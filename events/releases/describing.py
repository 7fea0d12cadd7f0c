"""What describes a release for programs: a data package (https://datapackage.org, version 2)."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson

from events import public
from events.feeds import tables
from events.imprint import imprint

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Types of a table's columns by those of documents. A list is a text with a value on each line.
TYPES = {int: "integer", float: "number", bool: "boolean", str: "string"}


class MadeFile(NamedTuple):
    """A file of a release. `table`: what is in it, if it is one; `rows`: how many."""

    path: str
    media_type: str
    bytes: int
    sha256: str
    table: tables.DataTable | None = None
    rows: int | None = None

    @property
    def facts(self) -> dict[str, Any]:
        told = {"path": self.path, "media_type": self.media_type, "bytes": self.bytes}
        told["sha256"] = self.sha256
        return told | ({"rows": self.rows} if self.table else {})


def described(name: str, moment: public.Moment, seq: int, files: Sequence[MadeFile]) -> bytes:
    """The text of `datapackage.json`. `created` is when the record was last changed, so that the
    same record always gives the same package."""
    of = imprint()
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": f"record-of-diplomacy-{name}",
        "title": f"Record of diplomacy, release {name}",
        "version": name,
        "created": public.timestamp(moment.until),
        "record": {"seq": seq},
    }
    if of.licence_url or of.licence:
        licence = {"title": of.licence, "path": of.licence_url}
        package["licenses"] = [{key: value for key, value in licence.items() if value}]
    if of.publisher:
        package["contributors"] = [{"title": of.publisher, "roles": ["publisher"]}]
    package["resources"] = [_resource(file) for file in files]
    return orjson.dumps(package, option=orjson.OPT_INDENT_2) + b"\n"


def _resource(file: MadeFile) -> dict[str, Any]:
    stem, _dot, ending = file.path.rpartition("/")[2].rpartition(".")
    resource: dict[str, Any] = {"name": stem.replace(".", "-"), "path": file.path}
    resource["type"] = "table" if file.table else "file"
    resource |= {
        "format": ending,
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if file.table:
        resource["schema"] = {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [_field(file.table, name) for name in file.table.header],
            "missingValues": [""],
        }
    return resource


def _field(table: tables.DataTable, name: str) -> dict[str, str]:
    return {"name": name, "type": type_of(table, name)}


def type_of(table: tables.DataTable, name: str) -> str:
    """The type of a column."""
    return TYPES.get(table.type_of(name) or str, "string")
