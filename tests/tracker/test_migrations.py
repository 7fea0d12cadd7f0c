from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from events import migrations
from events.models import MonthCount
from tests.record import Record
from tests.tracker.taking import program_in

FILES = sorted(Path(migrations.__path__[0]).glob("0*.py"))
# As `sha256sum` writes and checks them.
LANDED = Path(__file__).with_name("landed.sha256")

REBUILDING = """
def derive_again(apps, schema_editor):
    from events.publishing import rebuild

    list(rebuild())
"""


@pytest.mark.django_db
def test_the_models_have_no_change_without_a_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=3)


def test_what_has_landed_stays_as_it_is():
    """A database that has applied a migration does not apply it again."""
    landed = dict(line.split()[::-1] for line in LANDED.read_text().splitlines())
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in FILES}

    changed = [name for name in landed if found.get(name) != landed[name]]
    new = [f"{found[name]}  {name}" for name in found if name not in landed]

    assert changed == [], "These have landed. Put them back, and write a new migration."
    assert new == [], f"Once it is whole, add this to {LANDED.name}: from then on it stays."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_migration_has_hold_of_the_program(path):
    """The program goes on, and a migration would run what is there by then on tables of its own
    time."""
    assert program_in(path.read_text()) == set()


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        (REBUILDING, {"events.publishing.rebuild"}),
        ("from events import publishing\npublishing.rebuild()", {"events.publishing"}),
        ("import events.publishing", {"events.publishing"}),
        ("import events.publishing as p", {"events.publishing", "events.publishing as p"}),
        (
            "from events.models.entries import no_domains\nno_domains()",
            {"events.models.entries.no_domains"},
        ),
        ("from events.models.entries import Entry", {"events.models.entries.Entry"}),
        ("from ..publishing import rebuild", {"..publishing.rebuild"}),
        ("from django.apps import apps", {"django.apps.apps"}),
        (
            "from django.core.management import call_command",
            {"django.core.management.call_command"},
        ),
        ("import importlib\nimportlib.import_module('events')", {"importlib.import_module"}),
        ("from events.models.engines import EngineSQL, STRETCH_BITS, TagsField", set()),
    ],
)
def test_what_counts_as_having_hold_of_the_program(source, taken):
    assert program_in(source) == taken


@pytest.mark.django_db
def test_sums_are_there_once_however_often_they_are_brought_about():
    Record().development("event", date="2025-09")
    counts = sorted(MonthCount.objects.values_list("kind", "month", "number"))
    add_sums = import_module("events.migrations.0004_sums").add_sums

    add_sums(apps, None)

    assert counts == [("", 202509, 1), ("development", 202509, 1)]
    assert sorted(MonthCount.objects.values_list("kind", "month", "number")) == counts
