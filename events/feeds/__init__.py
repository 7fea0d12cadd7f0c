"""The record in formats that others take along. Pure writers: they ask nothing of the log."""
