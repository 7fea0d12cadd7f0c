from typing import Any

import pytest
from django.db import transaction

from tests import snapshot
from tests.filters.two_of_each import record_two_of_each
from tests.record import Record


@pytest.fixture(scope="session")
def recorded(django_db_setup: None, django_db_blocker: Any) -> tuple[Any, str]:
    with django_db_blocker.unblock(), transaction.atomic():
        then = record_two_of_each(Record())
        rows = snapshot.take()
        transaction.set_rollback(True)
    return rows, then


@pytest.fixture
def then(db: None, recorded: tuple[Any, str]) -> str:
    """Puts two entries of each kind on record; the moment at which there was only one of each."""
    rows, moment = recorded
    snapshot.put(rows)
    return moment
