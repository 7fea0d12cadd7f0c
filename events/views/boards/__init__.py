"""Boards, which show the entries of one kind in groups."""
