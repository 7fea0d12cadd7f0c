"""Positions: the matrix on a day, and the history of who stood where."""
