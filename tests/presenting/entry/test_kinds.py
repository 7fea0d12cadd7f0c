import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from events import publishing
from events.presenting.commitments import WordedCondition, condition
from events.presenting.commitments.evidence import Evidence
from events.presenting.entry.kinds import (
    CommitmentDetails,
    PositionDetails,
    QuestionDetails,
    SummitDetails,
    of_kind,
)
from events.presenting.parts import EntryLink, NamedEntries
from events.presenting.wording.closed_lists import Term
from events.presenting.wording.texts import Text


@pytest.fixture
def shown(read, links):
    def of(slug, *named):
        return of_kind(
            read(slug), NamedEntries({read(one)["id"]: read(one) for one in named}, links)
        )

    return of


def test_links_to_entries(record, read, links):
    record.summit("berlin", title_en="In <Berlin>")
    document = read("berlin")
    named = NamedEntries({document["id"]: document}, links)
    gone = {"id": "3d6ab7c4-1f7b-4a8e-9b6e-2f2f5cfc8f43", "slug": "gone"}

    for slug in ("berlin", "former-name"):
        link = EntryLink("In &lt;Berlin&gt;", "/en/entries/berlin/")
        assert named.link({"id": document["id"], "slug": slug}) == link
    # By its id: whatever has the slug now is another entry.
    assert named.link(gone) == EntryLink("gone", f"/en/entries/{gone['id']}/")
    assert named.link({"id": None, "slug": "old"}) == EntryLink("old", "/en/entries/old/")
    assert named.link(None) is None


def test_a_summit(record, shown):
    first = record.summit("berlin")
    record.summit(
        "paris",
        date="2026-01-06T14:30:00",
        format="ministerial",
        level="ministers",
        follows=first,
        places=[("", "FR", "Europe/Paris")],
    )

    assert shown("paris", "berlin") == SummitDetails(
        format="Ministerial meeting",
        level="Ministers",
        mode="In person",
        place="France",
        clocks="14:30 CET (13:30 UTC)",
        badge=None,
        planned=SafeString(),
        earlier_dates=[],
        follows=EntryLink("Title of berlin", "/en/entries/berlin/"),
    )
    assert shown("berlin").follows is None


def test_a_commitment_of_which_little_is_known(record, shown):
    record.commitment("promise", firmness="floated")
    found = shown("promise")

    assert [one.line for one in found.counts.numbers] == [
        "no number reported",
        "0 named",
        "0 confirmed",
    ]
    assert found == CommitmentDetails(
        counts=found.counts,
        domains=[],
        firmness="Floated",
        picture=None,
        condition=None,
        deadline=None,
        lateness=None,
        evidence=Evidence("6 January 2026", "date of the entry", "26 days ago"),
        made_at=None,
        restates=[],
        changes=[],
        parts=[],
        parts_line="",
        roll_call=None,
    )


def test_a_commitment_with_all_it_can_have(record, shown):
    older, summit = record.commitment("older"), record.summit("paris")
    promise = record.commitment(
        "promise",
        domains=["land", "air"],
        firmness="in-effect",
        condition_en="A ceasefire",
        condition_state="pending",
        deadline="2026-06",
        made_at=summit,
        restates=older,
        restatement="strengthens",
        publish=False,
    )
    record.called(
        promise,
        "poland",
        domain="land",
        value=1200,
        unit="<men>",
        stage="announced",
        note_en="Soon",
    )
    record.status(promise, "delayed", "2026-02", note_en="Late", locator="p. 2")
    record.status(promise, "under-way", "2026-01-20")
    publishing.publish(promise)

    found = shown("promise", "older", "paris")

    assert (found.domains, found.firmness) == (["On land", "In the air"], "In effect")
    # It may be delayed by now, and has been under way.
    assert found.condition == WordedCondition("Condition, not met yet", "A ceasefire", "pending")
    assert found.picture.label == "no number reported · 1 confirmed"
    assert found.lateness == Term("ahead", "4 months left", "ahead")
    assert found.evidence == Evidence("20 January 2026", "change of status", "12 days ago")
    assert (found.deadline.label, found.deadline.mark) == ("June 2026", "day not known")
    assert found.made_at == EntryLink("Title of paris", "/en/entries/paris/")
    [earlier] = found.restates
    assert earlier.link == EntryLink("Title of older", "/en/entries/older/")
    assert earlier.how.label == "Strengthens"
    [poland] = found.roll_call.groups[0].called
    assert (poland.name, poland.url, poland.domain) == ("Poland", "/en/actors/poland/", "On land")
    assert (poland.amount, poland.standing) == (
        "1,200 &lt;men&gt;",
        Term("confirmed", "confirmed by itself", "done"),
    )
    [step] = poland.stages
    assert (step.label, step.date, step.source, step.note) == ("Announced", None, "report", "Soon")
    assert [(c.status, c.date.label, c.note, c.locator, c.source) for c in found.changes] == [
        (Term("under-way", "Under way", "ahead"), "20 January 2026", "", "", "report"),
        (Term("delayed", "Delayed", "mixed"), "February 2026", "Late", "p. 2", "report"),
    ]
    with override("de"):
        found = shown("promise")
        assert found.domains == ["Zu Lande", "In der Luft"]
        assert found.condition.text == '<bdi lang="en">A ceasefire</bdi>'
        assert [one.how.label for one in found.restates] == ["Verschärft"]
        assert found.roll_call.groups[0].called[0].amount == "1.200 &lt;men&gt;"


@pytest.mark.parametrize(
    ("fields", "amount"),
    [({}, ""), ({"value": 5}, "5"), ({"value": 0.5, "unit": "bn €"}, "0.5 bn €")],
)
def test_how_much_is_contributed(record, shown, fields, amount):
    promise = record.commitment("promise", publish=False)
    record.called(promise, "poland", **fields)
    publishing.publish(promise)

    [group] = shown("promise").roll_call.groups
    assert [called.amount for called in group.called] == [amount]


def test_a_position(record, shown):
    record.person("merz", represents="germany")
    record.position("stand", holder="germany", speaker="merz", attribution_en="his office")

    assert shown("stand") == PositionDetails(
        stance=Term("supports", "Supports", "supports", "+"),
        age="26 days ago",
        ending=None,
        holders=[Text.of("Germany")],
        said_by="Merz",
        attribution="his office",
    )


def test_several_speakers_of_a_position(record, shown):
    position = record.position("stand", holder="germany", speaker="merz", publish=False)
    record.part(position, "macron", "speaker", order=1)
    publishing.publish(position)

    assert shown("stand").said_by == "Merz and Macron"
    with override("de"):
        assert shown("stand").said_by == "Merz (de) und Macron (de)"


def test_one_who_speaks_for_two_bodies_is_named_once(record, shown):
    record.person("rutte")
    position = record.position("stand", publish=False)
    for body in ("netherlands", "alliance"):
        record.part(position, "rutte", "speaker", represents=record.actor(body))
    publishing.publish(position)

    assert shown("stand").said_by == "Rutte"


def test_nobody_who_spoke_is_named(record, shown):
    record.position("stand")

    assert shown("stand").said_by == ""


def test_a_question_and_a_development(record, shown):
    event = record.development("event")
    record.question("unclear")
    record.question("answered", answered_by=event)

    assert shown("event") is None
    assert shown("unclear") == QuestionDetails(None)
    link = EntryLink("Title of event", "/en/entries/event/")
    assert shown("answered", "event") == QuestionDetails(link)


@pytest.mark.parametrize(
    ("state", "status", "label"),
    [
        ("pending", "", "Condition, not met yet"),
        ("pending", "under-way", "Condition, not met yet"),
        ("met", "", "Condition, met"),
        ("failed", "", "Condition, failed"),
        ("", "", "On condition"),
    ],
)
def test_what_a_condition_does(record, read, state, status, label):
    promise = record.commitment(
        "promise", condition_en="a ceasefire", condition_state=state, publish=False
    )
    if status:
        record.status(promise, status, "2026-01-10")
    publishing.publish(promise)

    assert condition(read("promise")) == WordedCondition(label, "a ceasefire", state)
