from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events import publishing
from events.documents import shapes
from events.log import VersionIndex
from events.log.derivation import DERIVATION, Derivation
from tests.log.derived_by import AHEAD, BEHIND, derived_by
from tests.record import Record

pytestmark = pytest.mark.django_db

DONE = "Versions read: 1. Everything derived from them was rebuilt.\n"


@pytest.fixture(autouse=True)
def published():
    return Record().development("event")


def rebuild(*options: str) -> str:
    out = StringIO()
    call_command("rebuild", *options, stdout=out)
    return out.getvalue()


def test_all_is_derived_anew_though_it_is_ours_already():
    assert rebuild() == DONE


def test_where_it_is_needed_only_what_is_ours_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr(publishing, "rebuild", None)

    assert rebuild("--if-needed") == ""


@pytest.mark.parametrize("number", BEHIND)
@pytest.mark.parametrize("options", [[], ["--if-needed"]])
def test_what_an_earlier_release_derived_is_derived_anew(number, options):
    derived_by(number)

    assert rebuild(*options) == DONE
    assert list(Derivation.objects.values_list()) == [(1, DERIVATION)]


@pytest.mark.parametrize("number", BEHIND)
def test_progress_is_shown_where_it_is_asked_for(number, capsys):
    derived_by(number)

    rebuild("--if-needed", "--progress")

    assert "Rebuilding: 100%" in capsys.readouterr().err


@pytest.mark.parametrize("number", [AHEAD])
@pytest.mark.parametrize("options", [[], ["--if-needed"]])
def test_what_a_newer_release_derived_is_left(number, options):
    derived_by(number)

    with pytest.raises(CommandError, match="A newer release has written"):
        rebuild(*options)
    assert list(Derivation.objects.values_list()) == [(1, number)]


@pytest.mark.parametrize("number", [AHEAD])
def test_whoever_goes_back_to_an_earlier_release_can_derive_anew(number):
    derived_by(number)

    assert rebuild("--back") == DONE
    assert list(Derivation.objects.values_list()) == [(1, DERIVATION)]


def test_documents_of_a_newer_shape_are_nothing_to_go_back_with(monkeypatch):
    derived_by(DERIVATION + 1)
    before = list(VersionIndex.objects.values_list())
    told = f"documents of shape {shapes.SHAPE}; this one reads those up to 0"
    monkeypatch.setattr(shapes, "SHAPE", 0)

    with pytest.raises(CommandError, match=told):
        rebuild("--back")
    assert list(VersionIndex.objects.values_list()) == before
    assert list(Derivation.objects.values_list()) == [(1, DERIVATION + 1)]
