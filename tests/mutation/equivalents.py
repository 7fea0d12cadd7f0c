"""Mutants that do the same as the module as it is, each with the reason why no test can notice it:
`equivalent.toml`. A test holds that each of them is a mutant still."""

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("equivalent.toml")


def equivalents() -> dict[str, str]:
    """The reason by the name of the mutant (`Mutant.name`)."""
    return {
        "\n".join([path, *item["diff"].strip().splitlines()]): item["reason"]
        for path, items in tomllib.loads(FILE.read_text()).items()
        for item in items
    }
