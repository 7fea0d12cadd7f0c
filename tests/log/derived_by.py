"""Derived tables that another release has written, as far as a test is concerned."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from events.log.derivation import DERIVATION, Derivation
from events.log.identity import LogIdentity
from events.log.redactions import RedactedAddress, RedactedVersion, Redaction
from events.log.versions import Version

BEHIND = pytest.param(None, id="nobody-knows"), pytest.param(DERIVATION - 1, id="behind")
AHEAD = pytest.param(DERIVATION + 1, id="ahead")
FACTS = (Version, Redaction, RedactedVersion, RedactedAddress, Derivation, LogIdentity)
WRONG = (*BEHIND, AHEAD)


def derived_by(number: int | None) -> None:
    """Let the tables be those of that derivation; None: of a release before there were numbers."""
    Derivation.objects.all().delete()
    if number is not None:
        Derivation.objects.create(number=number)


def derived_models() -> list[type[models.Model]]:
    """The tables of the log's own modules, but for those that hold facts."""
    found = [model for model in apps.get_models() if model.__module__.startswith("events.log.")]
    return [model for model in found if model not in FACTS]


def read_by(queries: Any) -> set[str]:
    """The derived tables that captured queries read."""
    sql = " ".join(query["sql"] for query in queries)
    return {name for model in derived_models() if (name := model._meta.db_table) in sql}
