"""Positions of several actors on several topics."""

import pytest

from tests import snapshot


@pytest.fixture
@snapshot.kept
def stands(record):
    record.person("merz", represents="germany", office_en="Chancellor", office_de="Kanzler")
    record.coalition("the-willing", france="lead", germany="member")
    record.position("early", holder="france", stance="supports", date="2025-09")
    record.position("late", holder="france", stance="opposes", date="2026-01-06")
    record.position(
        "german", holder="germany", stance="supports", speaker="merz", date="2025-10-01"
    )
    record.position("merz-says", holder="merz", stance="conditional", date="2025-11")
    record.position("together", holder="the-willing", topic="aid", date="../2025-12-01")
    record.position("elsewhere", holder="poland", topic="zones", process="other", date="2025-12-24")
    record.position("draft", holder="russia", topic="secret", publish=False)


@pytest.fixture
def matter(record, stands):
    return record
