"""Roll calls as documents have them."""

from datetime import date
from typing import Any

from events import dates
from events.documents.counts import counted
from events.documents.roll_call import RollCall
from tests.counting import NOBODY


def day(text):
    return date.fromisoformat(text)


def dated(edtf):
    return {"edtf": dates.parse(edtf).edtf} if edtf else None


def row(actor, stage=None, when="", domain=None, source="report", amount=None):
    return {
        "actor": actor,
        "stage": stage,
        "date": dated(when),
        "source": source,
        "locator": "",
        "domain": domain,
        "amount": amount,
        "quote": "",
        "note": {},
    }


def call(*rows, made="2025-09-04", published="2025-09-05"):
    report: Any = {"slug": "report", "published_on": published}
    return RollCall(rows, dated(made), [report])


def on(called, text, reported=None):
    said: Any = {"reported": reported, "reported_low": None, "reported_high": None}
    found = counted(called.lines(day(text)), day(text), said)
    return {
        name: number
        for name, number in found.items()
        if name not in ("on", "reported", "reported_low", "reported_high")
        and number not in (0, None, NOBODY)
    }
