"""Reads settings from the environment, strictly.

django-environ takes `DEBUG=ture` for "off" and an unknown database scheme for the name of a Python
module. Here every invalid value stops the start, with a message that names the variable and shows a
value that works. An empty variable counts as unset.
"""

import ipaddress
import os
import re
import zoneinfo
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

ON = {"1", "on", "true", "yes"}
OFF = {"0", "off", "false", "no"}
SCHEMES = {"postgres", "postgresql", "sqlite"}
MAIL_ADDRESS = re.compile(r"[^@\s:/]+@[^@\s]+")


class Misconfigured(ImproperlyConfigured):
    """A value from the environment, or the lack of one, with which the site cannot start."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def required(name: str, example: str) -> str:
    """The value of a variable without which the site cannot start; `example` says how to set it."""
    if value := text(name):
        return value
    raise Misconfigured(f"{name} is not set. {example}")


def switch(name: str, *, default: bool) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value in ON | OFF:
        return value in ON
    raise _wrong(name, "“on” or “off”")


def number(name: str, *, default: int, lowest: int, highest: int) -> int:
    value = text(name, str(default))
    if value.isascii() and value.isdigit() and lowest <= int(value) <= highest:
        return int(value)
    raise _wrong(name, f"a whole number from {lowest} to {highest}")


def words(name: str, *, default: str = "") -> list[str]:
    """The values of a comma-separated list."""
    return [word for word in map(str.strip, text(name, default).split(",")) if word]


def address(name: str, *, default: str) -> str:
    value = text(name, default)
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        raise _wrong(name, "an IP address, as in “0.0.0.0”") from None


def origins(name: str) -> list[str]:
    values = words(name)
    if all(value.startswith(("https://", "http://")) for value in values):
        return values
    raise _wrong(name, "origins with their scheme and commas between, as in “https://example.org”")


def origin(name: str) -> str:
    value = text(name)
    if re.fullmatch(r"(https?://[^/\s?#]+)?", value):
        return value
    raise _wrong(name, "an origin with its scheme and no path, as in “https://primary.example”")


def mail_address(name: str) -> str:
    value = text(name)
    if not value or MAIL_ADDRESS.fullmatch(value):
        return value
    raise _wrong(name, "a mail address, as in “record@record.example”")


def mail_addresses(name: str) -> list[str]:
    values = words(name)
    if all(map(MAIL_ADDRESS.fullmatch, values)):
        return values
    raise _wrong(name, "mail addresses with commas between, as in “errors@record.example”")


def contact(name: str) -> str:
    """A mail address or a page, as a URI."""
    value = text(name)
    if MAIL_ADDRESS.fullmatch(value):
        return f"mailto:{value}"
    if re.fullmatch(r"((mailto:[^@\s]+@[^@\s]+)|(https://[^\s]+))?", value):
        return value
    raise _wrong(name, "a mail address, or one that begins with “https://”")


def web_address(name: str) -> str:
    value = text(name)
    if re.fullmatch(r"(https?://[^\s<>\"]+)?", value):
        return value
    raise _wrong(name, "the address of a page, as in “https://record.example/licence”")


def together(**values: str) -> None:
    """Raise `Misconfigured` where one of these is set and another is not."""
    missing = [name for name, value in values.items() if not value]
    given = [name for name, value in values.items() if value]
    if given and missing:
        raise Misconfigured(f"{given[0]} is set and {missing[0]} is not. Set both, or neither.")


def texts(name: str, known: Sequence[str], languages: Sequence[str]) -> dict[str, dict[str, str]]:
    """The Markdown files of a folder, such as `choosing.en.md`: by name and language. A file that
    is none of the `known` texts is a slip, and nobody would ever see it."""
    if not text(name):
        return {}
    folder = Path(text(name))
    files = {f"{one}.{code}.md": (one, code) for one in known for code in languages}
    if not folder.is_dir():
        raise _wrong(name, "a folder with files such as " + ", ".join(files))
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.md")):
        if path.name not in files:
            expected = "one of " + ", ".join(files)
            raise Misconfigured(f"{name} has a file “{path.name}”; it should be {expected}.")
        one, code = files[path.name]
        try:
            found.setdefault(one, {})[code] = path.read_text("utf-8").strip()
        except (OSError, UnicodeError) as error:
            raise Misconfigured(f"{name} has a file “{path.name}” that cannot be read.") from error
    return found


def choice(name: str, *, default: str, among: tuple[str, ...]) -> str:
    value = text(name, default)
    if value in among:
        return value
    raise _wrong(name, "one of " + ", ".join(among))


def time_zone(name: str, *, default: str) -> str:
    value = text(name, default)
    if value in zoneinfo.available_timezones():
        return value
    raise _wrong(name, "a name from the IANA list, as in “Europe/Kyiv”")


def database(name: str, url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database at `url`, the value of the variable `name`.

    A relative path to an SQLite file starts at `folder`, wherever the process was started. The URL
    itself is never repeated in a message, because it can hold a password.
    """
    scheme, _, rest = url.partition("://")
    if scheme not in SCHEMES or (scheme == "sqlite" and not rest.startswith("/")):
        raise _wrong_url(name)
    try:
        config = dict(Env.db_url_config(url))
    except (ValueError, ImproperlyConfigured):
        raise _wrong_url(name) from None
    if config["NAME"] in {"", ":memory:"}:
        raise _wrong_url(name)
    if scheme == "sqlite":
        config["NAME"] = folder / config["NAME"]
    else:
        config["ENGINE"] = "events.engines.postgresql"
    return config


def _wrong(name: str, expected: str) -> Misconfigured:
    return Misconfigured(f"{name} is “{text(name)}”; it should be {expected}.")


def _wrong_url(name: str) -> Misconfigured:
    return Misconfigured(
        f"{name} is not the address of a database. It should look like "
        "“postgres://user:password@host:5432/name” or “sqlite:///var/db.sqlite3”."
    )
