"""Documents: what they are found by, and how they are made of the desk's tables."""
