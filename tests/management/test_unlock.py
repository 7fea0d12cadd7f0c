import pytest
from django.core.management import CommandError, call_command

from events.admin import attempts

pytestmark = pytest.mark.django_db


@pytest.fixture
def locked():
    for _time in range(10):
        attempts.begin("editor", "192.0.2.1")
    with pytest.raises(attempts.LockedOut):
        attempts.begin("editor", "192.0.2.1")


@pytest.mark.parametrize("arguments", [["editor"], ["--address", "192.0.2.1"], ["--all"]])
def test_somebody_may_try_again(locked, capsys, arguments):
    call_command("unlock", *arguments)
    assert capsys.readouterr().out == "1 lock was lifted.\n"
    attempts.begin("editor", "192.0.2.1")


def test_where_nobody_was_locked_out(locked, capsys):
    call_command("unlock", "nobody")
    assert capsys.readouterr().out == "0 locks were lifted.\n"


@pytest.mark.parametrize("arguments", [[], ["editor", "--all"]])
def test_it_has_to_be_said_who(arguments):
    with pytest.raises(CommandError, match="Name an account, or an address by --address"):
        call_command("unlock", *arguments)
