"""Counts of a commitment as a document has them."""


def counted(reported=None, named=0, confirmed=0, declined=0, left=0, **more):
    nobody = {"named": 0, "confirmed": 0, "declined": 0, "left": 0}
    return {
        "on": None,
        "reported": reported,
        "reported_low": None,
        "reported_high": None,
        "named": named,
        "confirmed": confirmed,
        "declined": declined,
        "left": left,
        "unknown": None if reported is None else max(reported - named - left, 0),
        "possible": nobody,
        **more,
    }
