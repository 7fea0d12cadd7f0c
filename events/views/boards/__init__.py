"""Boards, on which the entries of one kind stand in groups."""
