from collections.abc import Callable

import pytest
from django.utils import translation

from events import publishing
from events.models import Entry, Figure, taken
from events.publishing import Need
from tests.publishing.lacking import LACKING
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def lacks(entry: Entry) -> list[str]:
    """What is said to be missing."""
    return [str(problem) for problem in publishing.check(entry)]


def test_a_whole_entry_lacks_nothing() -> None:
    assert lacks(record.development(publish=False)) == []


def test_everything_that_is_missing_is_said_at_once() -> None:
    entry = record.position(source=None, publish=False)
    entry.participations.all().delete()
    entry.topics.clear()
    entry.title_en = entry.title_de = ""
    entry.date = ""
    assert lacks(entry) == [
        "The title is missing.",
        "The date is missing or cannot be understood.",
        "A source is missing: cite at least one that supports the entry.",
        "A position needs an actor who holds it.",
        "A position needs a topic.",
    ]


def test_one_language_is_enough() -> None:
    entry = record.development(publish=False)
    entry.title_en = ""
    assert lacks(entry) == []


def test_a_source_that_contradicts_is_no_support() -> None:
    entry = record.development(source=None, publish=False)
    record.cite(entry, stance="contradicts")
    assert lacks(entry) == ["Every cited source contradicts the entry; none supports it."]
    record.cite(entry, "another")
    assert lacks(Entry.objects.get(pk=entry.pk)) == []


def test_two_figures_of_a_measure_need_a_choice_and_a_reason() -> None:
    entry = record.summit(publish=False)
    one = record.figure(entry, "countries", 35)
    assert lacks(entry) == []
    record.figure(entry, "countries", 34)
    choose = ["There are several figures for “countries”: prefer one, and say why."]
    assert lacks(entry) == choose
    Figure.objects.filter(pk=one.pk).update(preferred=True)
    assert lacks(entry) == choose
    Figure.objects.filter(pk=one.pk).update(reason_en="It is the newer one.")
    assert lacks(entry) == []


def test_figures_say_which_of_several_sources_they_are_from() -> None:
    entry = record.summit(publish=False)
    figure = record.figure(entry, "countries", 35)
    record.cite(entry, "another")
    assert lacks(entry) == ["Say which source the figure “35 countries” is from."]
    figure.source = record.source("third")
    figure.save()
    assert lacks(entry) == ["The source of the figure “35 countries” is not cited."]
    figure.source = record.source("another")
    figure.save()
    assert lacks(entry) == []


def test_status_changes_cite_their_source() -> None:
    entry = record.commitment(source="another", publish=False)
    record.status(entry, "delayed", "2026-02")
    assert lacks(entry) == ["The source of a status change, “Report report”, is not cited."]
    record.cite(entry, "report")
    assert lacks(entry) == []


def test_a_position_has_any_number_of_speakers() -> None:
    entry = record.position(speaker="germany", publish=False)
    record.part(entry, "poland", "speaker")
    record.part(entry, "austria", "speaker")
    assert lacks(entry) == []


@pytest.mark.parametrize("edtf", ["2026-01-06", "../2026-01-06", "2026~", "2025-12/.."])
def test_an_answer_may_be_one_that_has_come_or_can_have(edtf: str) -> None:
    answer = record.development("answer", date=edtf)
    assert lacks(record.question("unclear", answered_by=answer, publish=False)) == []


def test_the_status_of_a_part_that_is_not_there() -> None:
    entry = record.commitment(publish=False)
    record.status(entry, "delayed", "2026-02", part="radar")
    assert lacks(entry) == ["A status change names a part that is not there, “radar”."]
    record.promised(entry, "training")
    record.promised(entry, "raider", order=1)
    assert lacks(entry) == [
        "A status change names a part that is not there, “radar”. The parts are: training, raider."
    ]
    record.promised(entry, "radar", order=2)
    assert lacks(entry) == []


def test_parts_say_something_each() -> None:
    entry = record.commitment(publish=False)
    record.promised(entry, "training", text_en="Train", text_de="Ausbilden")
    record.promised(entry, "radar", order=1, text_en="", text_de=None)
    record.promised(entry, "drill", order=2, text_en="Drill", text_de="Ausbilden")
    assert lacks(entry) == [
        "The part “radar” has no text: say what it promises.",
        "The parts “training” and “drill” promise the same.",
    ]


def test_what_an_entry_names_has_to_be_public() -> None:
    berlin = record.summit("berlin", publish=False)
    paris = record.summit("paris", follows=berlin, publish=False)
    earlier = record.commitment("earlier", publish=False)
    promise = record.commitment(
        made_at=berlin, restates=earlier, restatement="softens", publish=False
    )
    assert lacks(paris) == ["It names “Title of berlin”, which is not public. Publish that first."]
    assert lacks(promise) == [
        "It names “Title of berlin”, which is not public. Publish that first.",
        "It names “Title of earlier”, which is not public. Publish that first.",
    ]
    publishing.publish(berlin)
    publishing.publish(earlier)
    assert lacks(paris) == lacks(promise) == []
    publishing.withdraw(berlin)
    assert lacks(paris) == ["It names “Title of berlin”, which is not public. Publish that first."]


def test_an_address_is_never_taken_over_whatever_became_of_the_entry_that_had_it() -> None:
    first = record.development("news")
    first.slug = "old-news"
    first.save()
    second = record.development("news", publish=False)
    refusal = [taken("news", first)]
    assert "“news” is or was the address of “Title of news”" in refusal[0]
    assert lacks(second) == refusal  # still public under it
    publishing.publish(first)
    assert lacks(second) == refusal  # renamed
    publishing.withdraw(first)
    assert lacks(second) == refusal  # withdrawn
    with pytest.raises(publishing.NotPublishable):
        publishing.publish(second)
    second.slug = "other-news"
    second.save()
    assert publishing.publish(second).slug == "other-news"


def test_an_entry_may_go_back_to_an_address_that_it_had() -> None:
    entry = record.development("news")
    for slug in ("old-news", "news"):
        entry.slug = slug
        entry.save()
        assert publishing.publish(entry).slug == slug


def test_the_address_of_a_draft_that_was_deleted_is_free() -> None:
    record.development("news", publish=False).delete()
    assert lacks(record.development("news", publish=False)) == []


def test_where_an_address_was_passed_on_before_the_last_to_have_it_keeps_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = record.development("news")
    first.slug = "old-news"
    first.save()
    publishing.publish(first)
    with monkeypatch.context() as before:
        for place in ("appending", "checks"):
            before.setattr(f"events.publishing.{place}.holders", lambda slugs: {})
        second = record.development("news")
    second.title_en = "Corrected"
    second.save()
    assert publishing.publish(second).number == 2
    publishing.withdraw(second)
    assert publishing.publish(second).slug == "news"


def test_the_reader_of_the_message_gets_it_in_their_language() -> None:
    entry = record.development(source=None, publish=False)
    english = lacks(entry)
    with translation.override("de"):
        assert lacks(entry) != english


@pytest.mark.parametrize(("make", "code", "path"), LACKING)
def test_each_need_is_told_by_its_code_and_place(
    make: Callable[[], Entry], code: Need, path: str
) -> None:
    [problem] = publishing.check(make())
    assert (problem.code, problem.path) == (code, path)


def test_every_need_can_come_up() -> None:
    # A draft that is gone is no draft that lacks something; what a roll call can lack, and what was
    # closed to readers, has tests of its own.
    of_roll_call = {need for need in Need if need.startswith("stage-")}
    told = {code for _make, code, _path in LACKING}
    assert told == set(Need) - {Need.DRAFT, Need.CLOSED} - of_roll_call
