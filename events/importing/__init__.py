"""Brings a YAML file of records to the desk: all of it, or nothing.

A record is created or updated by its short name, and the file is the whole of it: what the file
leaves out becomes empty. Records that the file does not name stay as they are. Entries come to the
desk as drafts; publishing them is another step (`publish`). Only a record that comes whole into an
empty log keeps the times at which it was published (`bring_in`).
"""

from events.importing.bringing_in import BroughtIn, bring_in
from events.importing.loading import Loaded, load, publish, withdrawn
from events.importing.problems import LoadError, Located

__all__ = [
    "BroughtIn",
    "LoadError",
    "Loaded",
    "Located",
    "bring_in",
    "load",
    "publish",
    "withdrawn",
]
