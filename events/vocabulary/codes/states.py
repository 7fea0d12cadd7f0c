"""Codes of states, of their parts and of former states (ISO 3166-1, -2 and -3)."""

import re
from functools import cache
from pathlib import Path

STATES = Path(__file__).with_name("iso_3166.txt")
PARTS = Path(__file__).with_name("iso_3166_2.txt")
# “DE”, “GB-SCT”, “YUCS”.
FORM = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?|[A-Z]{4}", re.ASCII)
# As the list has one that is assigned.
ASSIGNED = re.compile(r"([A-Z]{2}):[A-Z]{3}:[0-9]{3}", re.ASCII)
# Reserved in ISO 3166, and written in the place of the code that is meant.
MEANT = {"UK": "GB", "EL": "GR"}


def has_form_of_code(text: str) -> bool:
    return FORM.fullmatch(text) is not None


def is_known_code(code: str) -> bool:
    """Whether somebody has or had this code, in letters or digits; of a part of a state, whether it
    has it today."""
    return code in (_parts() if "-" in code else _states())


def is_assigned_code(code: str) -> bool:
    """Whether these are the two letters of a state or territory today (ISO 3166-1)."""
    return code in assigned_codes()


@cache
def assigned_codes() -> frozenset[str]:
    found = (ASSIGNED.fullmatch(word) for line in _lines(STATES) for word in line.split())
    return frozenset(match[1] for match in found if match)


def are_of_one_state(one: str, other: str) -> bool:
    """Whether two codes can be of the same state: “DE”, “DEU” and “276” are. Of codes that nobody
    has, and of parts of states, nothing is said against it."""
    first, second = _states().get(one), _states().get(other)
    return not first or not second or bool(first & second)


def meant_code(code: str) -> str:
    """The code that is meant by one that nobody has, if that is plain; else empty."""
    return MEANT.get(code, "")


def codes_of(code: str) -> frozenset[str]:
    """By what other letters the state with these two is known: “GBR” and “UK” for “GB”. None for
    what is no code of a state of today."""
    if not is_assigned_code(code):
        return frozenset()
    letters = (other for other, states in _states().items() if states == {code})
    reserved = (other for other, meant in MEANT.items() if meant == code)
    return frozenset(other for other in (*letters, *reserved) if other.isalpha()) - {code}


@cache
def _states() -> dict[str, frozenset[str]]:
    """By each of their codes, the two letters of the states that have or had it."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(STATES):
        for codes in line.split():
            state = codes.partition(":")[0]
            for code in codes.split(":"):
                found[code] = found.get(code, frozenset()) | {state}
    return found


@cache
def _parts() -> frozenset[str]:
    found, state = [], ""
    for line in _lines(PARTS):
        for word in line.split():
            if word.endswith(":"):
                state = word.removesuffix(":")
            else:
                found.append(f"{state}-{word}")
    return frozenset(found)


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line[:1] not in ("#", "[")]
