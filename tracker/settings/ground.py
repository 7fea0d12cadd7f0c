"""Where the program lies, and what kind of process this is."""

from pathlib import Path

from tracker import environment

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

DEBUG = environment.switch("DEBUG", default=False)

# What a process does: all of it, or only what readers see, which needs a database that can be read.
ROLE = environment.choice("ROLE", default="all", among=("all", "reader"))
