"""The state of play on the front page: sentences of the editors, and what each one rests on."""

import pytest

from events import publishing
from tests.views.reading import words


@pytest.fixture
def state(record):
    stand = record.position("stand", basis="stated", date="2026-01-05")
    event = record.development("event", basis="reported", date="2026-01-06", source="paper")
    summary = "Both [stood](stand) and [happened](event).\n\nNobody knows [more](event)."
    return record.overview(
        rests_on=[stand, event],
        date="2026-01-06",
        source=None,
        summary_en=summary,
        summary_de=summary.replace("and", "u."),
    )


def shown(client, language="en"):
    return client.get(f"/{language}/").context["state"]


def test_each_sentence_leads_to_what_it_rests_on(client, state):
    first, second = shown(client).sentences

    assert first.html == (
        'Both <a href="/en/entries/stand/">stood</a> and <a href="/en/entries/event/">happened</a>.'
    )
    assert "Both stood and happened ." in words(client.get("/en/"))
    assert second.sources == 1
    assert '<a href="/de/entries/event/">more</a>' in shown(client, "de").sentences[1].html


def test_a_sentence_is_known_as_well_as_the_weakest_of_what_bears_it(client, state):
    first, second = shown(client).sentences

    assert (first.basis.value, first.sources) == ("reported", 2)
    assert (second.basis.value, second.sources) == ("reported", 1)
    assert "reported by the source , 2 sources" in words(client.get("/en/"))


def test_where_the_basis_of_one_is_not_recorded_nothing_is_said(client, record):
    record.overview(rests_on=[record.development("event")], date="2026-01-06")

    [sentence] = shown(client).sentences
    assert sentence.basis is None


def test_a_vague_day_is_told(client, record):
    record.overview(rests_on=[record.development("event", date="2025~")], date="2026-01-06")

    assert "a day is not known exactly" in words(client.get("/en/"))


def test_it_tells_how_old_it_is(client, state):
    assert "As of 6 January 2026 10 months ago" in words(client.get("/en/"))
    assert "Stand: 6. Januar 2026 vor 10 Monaten" in words(client.get("/de/"))
    assert shown(client).old


def test_the_latest_by_its_date_is_shown(client, record, state):
    event = record.development("later", date="2026-02-01")
    record.overview("older", [event], date="2025-02-01")
    record.overview("newer", [event], date="2026-02-01")

    assert shown(client).url == "/en/entries/newer/"
    assert "State of play" in words(client.get("/en/entries/newer/"))


def test_what_was_withdrawn_or_corrected_since_is_told(client, state):
    stand, event = (row.entry for row in state.rests_on.all())
    publishing.withdraw(stand, note={"en": "Wrong.", "de": "Falsch."})
    event.title_en = "Another title"
    event.save()
    publishing.publish(event, note={"en": "Corrected.", "de": "Korrigiert."})

    first, second = shown(client).sentences

    assert [(how, link.title.plain) for how, link in first.overtaken] == [
        ("withdrawn since", "stand"),
        ("corrected since", "Another title"),
    ]
    assert [how for how, _link in second.overtaken] == ["corrected since"]
    assert "withdrawn since: stand" in words(client.get("/en/"))


def test_names_renewed_since_are_no_correction(client, record, state):
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    publishing.republish(france)

    assert [sentence.overtaken for sentence in shown(client).sentences] == [[], []]


def test_an_entry_under_a_new_address_is_still_found(client, state):
    event = state.rests_on.last().entry
    event.slug = "renamed"
    event.save()
    publishing.publish(event, note={"en": "Moved.", "de": "Verschoben."})

    # The text has the old name and the links the new one: nothing is said of the sources.
    second = shown(client).sentences[1]
    assert (second.sources, second.basis, second.overtaken) == (0, None, [])
    assert "0 sources" not in words(client.get("/en/"))
    assert client.get("/en/entries/event/").status_code == 301
    assert "/en/entries/event/" in second.html
    state.refresh_from_db()
    state.save()
    assert [row.entry.slug for row in state.rests_on.all()] == ["stand", "renamed"]
    assert publishing.check(state) == []


def test_one_of_a_day_to_come_is_not_shown_yet(client, record, state):
    event = record.development("later")
    record.overview("ahead", [event], date="9000-01-01")

    assert shown(client).url == "/en/entries/state/"


def test_the_page_is_called_by_the_process_and_its_state(client, state):
    page = client.get("/en/").text

    assert (
        "<title>Process peace: state of play, 6 January 2026 – Record of diplomacy</title>" in page
    )
    assert '<meta name="description" content="Both stood and happened.">' in page


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        ("", "sentences-missing"),
        ("It rests [on that](event).\n\nThis does not.", "sentence-without-link"),
        ("It rests [on nothing](nowhere).", "sentence-link-unknown"),
        ("It rests [on itself](state).", "sentence-link-unknown"),
        ("It rests [on a page](https://example.org/).", "sentence-without-link"),
        ("It rests [on a draft](draft).", "link-not-public"),
    ],
)
def test_the_door_refuses_sentences_that_rest_on_nothing(record, summary, code):
    event = record.development("event")
    record.development("draft", publish=False)
    state = record.overview(rests_on=[event], summary_en=summary, summary_de="", publish=False)

    problems = publishing.check(state)

    assert [(problem.code, problem.where) for problem in problems] == [(code, ("summary",))]
    with pytest.raises(publishing.NotPublishable):
        publishing.publish(state)


def test_it_needs_no_source_of_its_own(client, state):
    page = words(client.get("/en/entries/state/"))

    assert "Rests on Title of stand Title of event" in page
    assert "Sources" not in page
