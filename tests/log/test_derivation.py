"""The number of the derivation, and that it is raised when what is derived changes."""

import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError

from events.documents.upgrading import upgraded
from events.log.derivation import DERIVATION, Derivation, WrongDerivation, confirm, end_of_log
from events.publishing.derived import derive
from tests.log.derived_by import AHEAD, BEHIND, WRONG, derived_by, derived_models
from tests.record import Record

ROOT = Path(__file__).resolve().parents[2]
# What the derivation makes of the documents of the first release.
DIGESTS = {
    3: "a4aa34b119d5c2fad1d4f5fa5a60576e7f2eded1444ebc3d3445f26bad3d0bcc",
    4: "aa86fec6826f714af0068113310d685937b9ea49614fef8cf77c78d77a317b3e",
    5: "0921f2865473e698b2858a662a8d6d1597e003a3d162da770d46eab7a149b695",
    6: "0959c89aeac35b7c7b66c1091e2025cbf445500d7d3ac46b40c953f5b0037822",
}


def plain(value: Any) -> Any:
    """The same without the names of classes, and in an order that does not change."""
    match value:
        case dict():
            return sorted((plain(key), plain(part)) for key, part in value.items())
        case set() | list():
            return sorted(plain(part) for part in value)
        case tuple():
            return tuple(plain(part) for part in value)
    return value


def test_whatever_changes_what_is_derived_raises_the_number():
    with sqlite3.connect(":memory:") as database:
        database.executescript((ROOT / "tests/upgrades/7828057/sqlite.sql").read_text())
        log = database.execute(
            "SELECT document, entry_id FROM events_version WHERE document <> '' ORDER BY seq"
        ).fetchall()
    digest = sha256()
    for model in derived_models():
        columns = [(field.name, type(field).__name__) for field in model._meta.local_fields]
        digest.update(repr((model.__name__, columns)).encode())
    for document, entry in log:
        derived = derive(upgraded(document).document, entry, upgraded(document).text)._asdict()
        digest.update(repr([(name, plain(part)) for name, part in derived.items()]).encode())

    assert {DERIVATION: digest.hexdigest()} == {DERIVATION: DIGESTS.get(DERIVATION)}, (
        "Something else is derived than before: raise DERIVATION in events/log/derivation.py, and "
        "put the new digest beside the old ones."
    )


@pytest.mark.django_db
@pytest.mark.parametrize("number", BEHIND)
def test_an_empty_log_needs_nothing(number):
    derived_by(number)

    assert end_of_log() == 0


@pytest.mark.django_db
def test_what_is_published_is_ours():
    Record().development("event")

    assert end_of_log() == 1
    assert list(Derivation.objects.values_list()) == [(1, DERIVATION)]


@pytest.mark.django_db
@pytest.mark.parametrize("number", WRONG)
def test_what_another_release_has_derived_is_not_read(number):
    Record().development("event")
    derived_by(number)

    with pytest.raises(WrongDerivation) as refusal:
        end_of_log()

    assert refusal.value.ahead == (number == DERIVATION + 1)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [AHEAD])
def test_a_newer_release_may_have_begun_on_an_empty_log(number):
    derived_by(number)

    with pytest.raises(WrongDerivation):
        end_of_log()


def test_those_who_run_the_site_are_told_what_to_do():
    assert str(WrongDerivation(None)) == (
        "The tables that are derived from the log are behind this release. Run `manage.py rebuild`."
    )
    assert str(WrongDerivation(DERIVATION + 1)) == (
        "A newer release has written the tables that are derived from the log. Run that one; or, "
        "to stay with this one, run `manage.py rebuild --back`."
    )


def test_an_earlier_number_will_do_only_where_there_is_nothing():
    confirm(DERIVATION, empty=False)
    confirm(DERIVATION - 1, empty=True)
    with pytest.raises(WrongDerivation):
        confirm(DERIVATION - 1, empty=False)


@pytest.mark.django_db
def test_there_is_one_number():
    derived_by(1)

    with pytest.raises(IntegrityError):
        Derivation.objects.create(id=2, number=1)
