"""Documents: how they are made from the desk's tables, and what they are found by."""
