"""The record in formats for other programs. Pure writers: they query nothing."""
