"""Versions: of one entry, in the order of the log, and as of a moment."""
