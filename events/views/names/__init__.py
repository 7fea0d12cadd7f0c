"""Actors and topics: a list of all of them, and a page for each."""
