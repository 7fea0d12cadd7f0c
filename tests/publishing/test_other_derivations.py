"""Nothing is published onto tables that another release has derived."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from events import importing, publishing
from events.log.derivation import DERIVATION, Derivation
from events.log.versions import Version, VersionIndex
from events.publishing.appending import append
from tests.log.derived_by import AHEAD, WRONG, derived_by
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


@pytest.fixture
def public():
    return record.position("stand", holder="france")


@pytest.fixture
def draft(public):
    return record.development("draft", publish=False)


WAYS = {
    "publish": lambda public, draft: publishing.publish(draft),
    "publish_many": lambda public, draft: list(publishing.publish_many([draft])),
    "withdraw": lambda public, draft: publishing.withdraw(public),
    "withdraw what is not public": lambda public, draft: publishing.withdraw(draft),
    "republish": lambda public, draft: publishing.republish(record.actor("france")),
    "naming": lambda public, draft: publishing.count_naming(record.actor("france")),
    "standing": lambda public, draft: publishing.standing(public),
    "standing of a draft": lambda public, draft: publishing.standing(draft),
    "check": lambda public, draft: publishing.check(draft),
    "import": lambda public, draft: list(importing.publish([draft])),
}


@pytest.mark.parametrize("number", WRONG)
@pytest.mark.parametrize("way", WAYS)
def test_it_is_refused_and_nothing_is_written(public, draft, number, way):
    derived_by(number)

    with pytest.raises(publishing.NotNow):
        WAYS[way](public, draft)

    assert Version.objects.count() == 1


@pytest.mark.parametrize("number", WRONG)
def test_it_is_asked_again_under_the_lock(draft, monkeypatch, number):
    """A newer release may have derived all anew while this one waited for the lock."""
    monkeypatch.setattr("events.publishing.checks.end_of_log", lambda: 1)
    derived_by(number)

    with pytest.raises(publishing.NotNow):
        publishing.publish(draft)

    assert Version.objects.count() == 1


@pytest.mark.parametrize("number", [AHEAD])
def test_the_first_version_is_refused_where_a_newer_release_has_begun(number):
    draft = record.development("first", publish=False)
    derived_by(number)

    with pytest.raises(publishing.NotNow):
        append([], None)
    with pytest.raises(publishing.NotNow):
        publishing.publish(draft)


@pytest.mark.parametrize("number", [None, DERIVATION - 1])
def test_the_first_version_brings_the_number(number):
    derived_by(number)

    record.development("first")

    assert list(Derivation.objects.values_list()) == [(1, DERIVATION)]


@pytest.mark.parametrize("number", [None, DERIVATION - 1])
def test_a_rebuild_brings_the_number_with_what_it_derives(public, number):
    derived_by(number)
    VersionIndex.objects.update(slug="as another release would have it")

    assert list(publishing.rebuild()) == [1]

    assert publishing.standing(public).index.slug == "stand"
    assert list(Derivation.objects.values_list()) == [(1, DERIVATION)]


def test_a_rebuild_that_breaks_off_brings_nothing(public, monkeypatch):
    def fail(*args):
        raise RuntimeError("broken off")

    derived_by(None)
    monkeypatch.setattr("events.publishing.rederiving.derive", fail)

    with pytest.raises(RuntimeError, match="broken off"), transaction.atomic():
        list(publishing.rebuild())

    assert list(Derivation.objects.all()) == []


@pytest.mark.parametrize("number", [AHEAD])
def test_a_rebuild_leaves_what_a_newer_release_has_derived_unless_told_to(public, number):
    derived_by(number)

    with pytest.raises(publishing.NotNow):
        list(publishing.rebuild())
    assert list(Derivation.objects.values_list()) == [(1, number)]

    assert list(publishing.rebuild(back=True)) == [1]
    assert list(Derivation.objects.values_list()) == [(1, DERIVATION)]


@pytest.mark.parametrize("number", WRONG)
@pytest.mark.parametrize("command", [["publish", "peace"], ["load", "fixtures/ukraine-peace.yaml"]])
def test_commands_say_in_one_line_what_to_do(draft, number, command):
    derived_by(number)

    with pytest.raises(CommandError, match=r"Run `manage.py rebuild`\.$|--back`\.$"):
        call_command(*command, verbosity=0)
