"""A record that is brought in whole keeps the times of its versions: into an empty log, in order,
and each says for good that its time was brought in."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from events import publishing
from events.importing import LoadError, bring_in, bringing_in
from events.log import timestamp
from events.models import Entry, Source, Topic, Version
from tests.importing.loading.outcome import everything
from tests.record import Record
from tests.views.reading import words

pytestmark = pytest.mark.django_db

REFERENCE = """
processes:
  talks: {name: {en: Talks, de: Gespräche}}
sources:
  report: {title: A report, language: en}
"""
OSLO = """
developments:
  oslo:
    process: talks
    title: {en: Talks in Oslo, de: Gespräche in Oslo}
    date: "2025-03~"
    sources: [report]
"""
EXACT = OSLO.replace("2025-03~", "2025-03-02")
BERGEN = OSLO.replace("oslo", "bergen").replace("Oslo", "Bergen")
MARCH, APRIL = "2025-03-05T08:00:00+01:00", "2025-04-01T06:30:00Z"
NOTE = "notes: {oslo: {en: The day is known., de: Der Tag ist bekannt.}}"
PLAN = f"""
steps:
  - file: reference.yaml
  - {{file: oslo.yaml, published_at: "{MARCH}"}}
  - {{file: later.yaml, published_at: "{APRIL}", {NOTE}}}
"""
Plan = Callable[..., Path]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Writes a plan and its files."""

    def write(text: str = PLAN, **files: str) -> Path:
        later = EXACT + BERGEN.replace("developments:\n", "")
        known = {"reference": REFERENCE, "oslo": OSLO, "later": later, **files}
        for name, said in known.items():
            (tmp_path / f"{name}.yaml").write_text(said, "utf-8")
        path = tmp_path / "plan.yaml"
        path.write_text(text, "utf-8")
        return path

    return write


def refusal(path: Path) -> str:
    """Why a plan is refused; nothing is written then."""
    before = everything()
    with pytest.raises(LoadError) as raised:
        bring_in(path)
    assert everything() == before
    return str(raised.value)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_versions_have_the_times_that_were_brought_in_and_those_of_loading(plan: Plan) -> None:
    before = timezone.now() - timedelta(milliseconds=1)
    assert bring_in(plan()) == (2, 3)

    versions = list(Version.objects.order_by("seq"))
    assert [(version.slug, version.number, version.published_at) for version in versions] == [
        ("oslo", 1, moment(MARCH)),
        ("bergen", 1, moment(APRIL)),
        ("oslo", 2, moment(APRIL)),
    ]
    for version in versions:
        assert version.loaded_at is not None
        assert before <= version.loaded_at <= timezone.now()
        said = orjson.loads(version.document or "")["version"]
        assert said["published_at"] == timestamp(version.published_at)
        assert said["loaded_at"] == timestamp(version.loaded_at)
    assert [version.told for version in versions] == [
        {},
        {},
        {"en": "The day is known.", "de": "Der Tag ist bekannt."},
    ]


def test_the_record_is_what_it_was_on_each_day(plan: Plan) -> None:
    bring_in(plan())

    def dates_of(day: str) -> dict[str, str]:
        entries = Client().get("/api/v1/entries/", {"as_of": day}).json()["results"]
        return {entry["slug"]: entry["date"]["edtf"] for entry in entries}

    assert dates_of("2025-03-04") == {}
    assert dates_of("2025-03-05T07:00:00Z") == {"oslo": "2025-03~"}
    assert dates_of("2025-04-01") == {"oslo": "2025-03-02", "bergen": "2025-03~"}


def test_the_api_says_of_each_version_when_it_was_loaded(plan: Plan) -> None:
    bring_in(plan())
    entry = Record().development("today", date="2025")
    loaded = [timestamp(version.loaded_at) for version in Version.objects.exclude(entry=entry)]
    get = Client().get

    changes = get("/api/v1/changes/").json()["results"]
    assert [change["loaded_at"] for change in changes] == [*loaded, None]
    assert changes[-1]["document"]["version"]["loaded_at"] is None
    listed = get("/api/v1/entries/oslo/versions/").json()["results"]
    assert {version["loaded_at"] for version in listed} <= set(loaded)
    uid = Entry.objects.get(slug="oslo").uid
    assert get(f"/api/v1/entries/{uid}/versions/1/").json()["loaded_at"] == loaded[0]


def test_every_page_of_a_version_says_so(plan: Plan) -> None:
    bring_in(plan())
    Record().development("today", date="2025")
    said = "This time was brought in with the record, which was loaded on"
    for path, times in [("", 1), ("versions/", 2), ("versions/1/", 2), ("versions/2/", 2)]:
        assert words(Client().get(f"/en/entries/oslo/{path}")).count(said) == times, path
    for path in ("", "versions/", "versions/1/"):
        assert said not in words(Client().get(f"/en/entries/today/{path}")), path


def test_afterwards_the_log_goes_by_the_clock(plan: Plan) -> None:
    bring_in(plan())
    entry = Record().development("today", date="2025")
    newest = Version.objects.latest("seq")
    assert (newest.entry_id, newest.loaded_at) == (entry.pk, None)
    assert newest.published_at > moment(APRIL) + timedelta(days=1)


def test_nothing_is_brought_into_a_log_that_has_something(plan: Plan) -> None:
    path = plan()
    Record().development("today", date="2025")
    assert "The log has versions already" in refusal(path)


def test_nothing_is_brought_in_a_second_time(plan: Plan) -> None:
    path = plan()
    bring_in(path)
    assert "The log has versions already" in refusal(path)


@pytest.mark.parametrize("times", [(APRIL, MARCH), (MARCH, MARCH)])
def test_times_go_on_from_step_to_step(plan: Plan, times: tuple[str, str]) -> None:
    text = PLAN.replace(MARCH, "first").replace(APRIL, "second")
    text = text.replace("first", times[0]).replace("second", times[1])
    assert refusal(plan(text)) == "line 5: It is not later than that of the step before."


def test_no_time_is_still_to_come(plan: Plan) -> None:
    later = (timezone.now() + timedelta(minutes=1)).isoformat()
    assert "is still to come" in refusal(plan(PLAN.replace(APRIL, later)))


@pytest.mark.parametrize("text", ["2025-04-01", "2025-04-01T06:30:00", "in April"])
def test_a_time_has_a_zone(plan: Plan, text: str) -> None:
    told = refusal(plan(PLAN.replace(APRIL, text)))
    assert told == "line 5: Give a time with its zone, such as 2026-01-06T07:30:00Z."


@pytest.mark.parametrize("broken", ["_take", "_publish"])
def test_what_is_broken_off_has_brought_in_nothing(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    path = plan()
    before = everything()
    done: list[Any] = []
    step: Callable[..., None] = vars(bringing_in)[broken]

    def stops(*args: Any, **named: Any) -> None:
        if len(done) == 1:
            raise KeyboardInterrupt
        step(*args, **named)
        done.append(broken)

    with monkeypatch.context() as patch:
        patch.setattr(bringing_in, broken, stops)
        with pytest.raises(KeyboardInterrupt):
            bring_in(path)
    assert everything() == before
    assert bring_in(path) == (2, 3)


def test_reference_data_does_not_change_between_steps(plan: Plan) -> None:
    renamed = REFERENCE.replace("A report", "Another report") + OSLO
    told = refusal(plan(oslo=renamed))
    said = "sources: report differs from what an earlier step said of it."
    assert told == f"line 4: oslo.yaml: {said}"


def test_sections_of_a_file_are_taken_alone(plan: Plan) -> None:
    whole = REFERENCE.replace("A report", "Another report") + OSLO
    text = PLAN.replace("{file: oslo.yaml,", "{file: oslo.yaml, sections: [developments],")
    assert bring_in(plan(text, oslo=whole)) == (2, 3)
    assert Source.objects.get().title == "A report"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("steps:", "stages:", "A plan has one section, “steps”, which is a list."),
        ("file: reference.yaml", "flie: reference.yaml", "line 3: A step names a file."),
        (NOTE, "note: {}", "A step has no “note”, only file, sections, published_at, notes."),
        (
            "notes: {oslo:",
            "notes: {paris:",
            "“paris”, which is no entry of this step.",
        ),
        ("{en: The day is known., de:", "{fr: Le jour., de:", "A note is a text by language"),
        (NOTE, "notes: {oslo: }", "A note is a text by language"),
        (NOTE, "sections: all", "This is a list of sections of the file."),
        ("oslo.yaml", "absent.yaml", "absent.yaml: There is no such file."),
    ],
)
def test_mistakes_of_a_plan_are_told(plan: Plan, old: str, new: str, told: str) -> None:
    assert told in refusal(plan(PLAN.replace(old, new)))


def test_a_note_on_what_has_not_changed_is_a_mistake(plan: Plan) -> None:
    told = refusal(plan(later=OSLO))
    assert "later.yaml: A note is on “oslo”, of which this step changes nothing." in told


def test_mistakes_of_a_file_are_told_with_its_name(plan: Plan) -> None:
    told = refusal(plan(oslo=OSLO.replace("2025-03~", "March")))
    assert told.startswith("line 6: oslo.yaml: developments: oslo: date: ")
    told = refusal(plan(oslo=OSLO.replace("    sources: [report]\n", "")))
    assert "oslo.yaml: developments: oslo: sources: A source is missing" in told


def test_no_other_way_takes_a_time(plan: Plan) -> None:
    """Not a file that is loaded, and not the door once the log has a time of its own."""
    path = plan()
    with pytest.raises(CommandError, match="steps"):
        call_command("load", path, stdout=io.StringIO())
    Record().development("today", date="2025")
    draft = Record().development("draft", date="2025", publish=False)
    with pytest.raises(publishing.CannotBringIn, match="The log has versions already"):
        list(publishing.publish_many([draft], published_at=moment(MARCH)))
    assert Version.objects.count() == 1


def test_the_command_says_what_was_brought_in(plan: Plan) -> None:
    out = io.StringIO()
    call_command("bring_in", plan(), stdout=out)
    assert out.getvalue() == "Brought in 3 versions of 2 entries.\n"
    with pytest.raises(CommandError, match="The log has versions already"):
        call_command("bring_in", plan(), stdout=out)


def test_what_readers_see_does_not_depend_on_the_zone_of_the_plan(plan: Plan) -> None:
    bring_in(plan())
    assert Topic.objects.count() == 0
    first = Version.objects.get(seq=1)
    assert first.published_at == datetime(2025, 3, 5, 7, tzinfo=UTC)
