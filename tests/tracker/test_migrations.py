import pytest
from django.core.management import call_command

from events.models import MonthCount
from tests.record import Record


@pytest.mark.django_db
def test_the_models_have_no_change_without_a_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=3)


@pytest.mark.django_db(transaction=True)
def test_sums_are_there_once_however_often_they_are_brought_about():
    Record().development("event", date="2025-09")
    counts = sorted(MonthCount.objects.values_list("kind", "month", "number"))

    try:
        call_command("migrate", "events", "0003", verbosity=0)
    finally:
        call_command("migrate", verbosity=0)

    assert counts == [("", 202509, 1), ("development", 202509, 1)]
    assert sorted(MonthCount.objects.values_list("kind", "month", "number")) == counts
