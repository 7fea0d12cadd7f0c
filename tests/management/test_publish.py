from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events import public, publishing
from events.models import Entry
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("publish", *arguments, stdout=out)
    return out.getvalue()


def test_everything_of_a_process_that_is_ready_becomes_public() -> None:
    for number in range(3):
        record.development(f"e{number}", publish=False)
    record.development("other", process="other", publish=False)
    assert run("peace") == "Public entries: 3.\n"
    assert public.count(public.parse({})) == 3
    # Once more, nothing has changed and nothing is written.
    assert run("peace") == "Public entries: 3.\n"
    assert public.last_seq() == 3


def test_what_is_not_ready_is_named_and_the_rest_goes_on() -> None:
    record.development("ready", publish=False)
    record.development("unsourced", source=None, publish=False)
    with pytest.raises(CommandError) as refusal:
        run("peace")
    assert str(refusal.value) == (
        "On the desk, but not published:\n"
        "  unsourced: A source is missing: cite at least one that supports the entry."
    )
    assert public.entry("ready").number == 1


def test_what_was_withdrawn_stays_withdrawn() -> None:
    publishing.withdraw(record.development("gone"))
    assert run("peace") == "Public entries: 0.\n"
    assert Entry.objects.count() == 1
    with pytest.raises(public.Gone):
        public.entry("gone")


def test_readers_are_told_what_was_corrected() -> None:
    entry = record.development("event")
    Entry.objects.filter(pk=entry.pk).update(title_en="Corrected")
    run("peace", "--note", "A typing error.")
    assert public.history("event")[-1].note == {"en": "A typing error."}


def test_in_each_language() -> None:
    entry = record.development("event")
    Entry.objects.filter(pk=entry.pk).update(title_en="Corrected")
    run("peace", "--note", "en=1 = one", "--note", "de=Ein Tippfehler.")
    assert public.history("event")[-1].note == {"en": "1 = one", "de": "Ein Tippfehler."}


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        (["fr=Une faute."], "The languages of the record are: en, de."),
        (["A slip.", "en=Another."], "The note is there twice in the language “en”."),
    ],
)
def test_a_note_that_cannot_be_meant(notes: list[str], message: str) -> None:
    record.development("event")
    with pytest.raises(CommandError, match=message):
        run("peace", *(part for note in notes for part in ("--note", note)))


def test_an_unknown_process_is_named_with_those_there_are() -> None:
    record.process("peace")
    with pytest.raises(CommandError, match=r"no process “war”. There are: peace."):
        run("war")
