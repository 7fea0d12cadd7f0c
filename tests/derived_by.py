"""Derived tables that another release has written, as far as a test is concerned."""

import pytest

from events.log.derivation import DERIVATION, Derivation

BEHIND = pytest.param(None, id="nobody-knows"), pytest.param(DERIVATION - 1, id="behind")
AHEAD = pytest.param(DERIVATION + 1, id="ahead")
WRONG = (*BEHIND, AHEAD)


def derived_by(number: int | None) -> None:
    """Let the tables be those of that derivation; None: of a release before there were numbers."""
    Derivation.objects.all().delete()
    if number is not None:
        Derivation.objects.create(number=number)
