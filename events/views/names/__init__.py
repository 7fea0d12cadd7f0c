"""Actors and topics: a list of all, and a page for each."""
