"""Commitments with the facts that a test needs."""

import pytest

from events import publishing

BOARD = "/en/commitments/"


@pytest.fixture
def promise(record):
    """Publishes a commitment with these facts."""

    def of(slug, status=None, roll_call=(), reported=None, **fields):
        entry = record.commitment(slug, publish=False, **fields)
        if status:
            record.status(entry, status, "2026-01-10")
        for actor, given in dict(roll_call).items():
            record.called(entry, actor, **given)
        if reported:
            record.measure("states", counts_actors=True)
            record.figure(entry, "states", reported)
        publishing.publish(entry)
        return entry

    return of
