from typing import Any

import pytest

from events.desk import RecordChanges, Saved, save
from tests.record import Record


@pytest.fixture
def record(db: None) -> Record:
    return Record()


@pytest.fixture
def edit() -> Any:
    """Saves a record with other values in the way of the desk."""

    def edit(thing: Any, by: Any = None, **values: Any) -> Saved:
        def write() -> RecordChanges:
            for name, value in values.items():
                setattr(thing, name, value)
            thing.save()
            return RecordChanges(tuple(values))

        return save(thing, by=by, write=write)

    return edit
