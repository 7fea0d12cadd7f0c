"""Counts of a commitment as a document has them."""

NOBODY = {"named": 0, "confirmed": 0, "suspended": 0, "declined": 0, "left": 0}


def counted(reported=None, named=0, confirmed=0, declined=0, **more):
    known = named + confirmed + more.get("suspended", 0) + more.get("left", 0)
    return {
        "on": None,
        "reported": reported,
        "reported_low": None,
        "reported_high": None,
        **NOBODY,
        "named": named,
        "confirmed": confirmed,
        "declined": declined,
        "unknown": None if reported is None else max(reported - known, 0),
        "possible": NOBODY,
        **more,
    }
