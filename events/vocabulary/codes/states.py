"""Codes of states, of their parts and of former states (ISO 3166-1, -2 and -3)."""

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("iso_3166.txt")
# “DE”, “GB-SCT”, “YUCS”.
FORM = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?|[A-Z]{4}", re.ASCII)


def has_form_of_code(text: str) -> bool:
    return FORM.fullmatch(text) is not None


def is_known_code(code: str) -> bool:
    """Whether somebody has or had this code; of a part of a state, whether the state has."""
    return code.partition("-")[0] in _known()


@cache
def _known() -> frozenset[str]:
    lines = FILE.read_text("utf-8").splitlines()
    said = " ".join(line for line in lines if not line.startswith(("#", "[")))
    return frozenset(re.split(r"[\s:]+", said.strip()))
