"""Brings a YAML file of records to the desk: all of it, or nothing.

A record is created or updated by its short name, and the file is the whole of it: what the file
leaves out becomes empty. Records that the file does not name stay as they are. Entries come to the
desk as drafts; publishing them is another step (`publish`).
"""

from events.importing.loading import Loaded, load, publish, withdrawn
from events.importing.problems import LoadError, Located

__all__ = ["LoadError", "Loaded", "Located", "load", "publish", "withdrawn"]
