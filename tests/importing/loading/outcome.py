"""What loading a file has changed, and what it has told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from events import importing
from events.desk import records
from events.importing import LoadError

File = Callable[..., Path]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours, with keys and times."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_app_config("events").get_models()
    }


def problems_of(path: Path) -> list[str]:
    before = everything()
    with pytest.raises(LoadError) as raised:
        importing.load(path)
    assert everything() == before
    return [str(problem).split(": ", 1)[1] for problem in raised.value.problems]


def changes(written: records.Written) -> tuple[list[str], list[str]]:
    created, updated = (
        [": ".join(map(str, place)) for place in places]
        for places in (written.created, written.updated)
    )
    return created, updated
