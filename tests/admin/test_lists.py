"""The lists of the desk: what they show, find and filter, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.models import Entry, Version
from events.vocabulary import Kind


def shown(response):
    """The records in the list, by their short names; their order has a test of its own."""
    return {thing.slug for thing in response.context["cl"].result_list}


@pytest.fixture
def states(record):
    """One entry in each state."""
    record.summit("draft", publish=False)
    record.summit("public")
    edited = record.summit("edited")
    edited.save()
    publishing.withdraw(record.summit("withdrawn"))
    return record


@pytest.mark.parametrize("model", ["entry", "summit"])
@pytest.mark.parametrize("state", ["draft", "public", "edited", "withdrawn"])
def test_entries_are_filtered_by_state(states, desk, model, state):
    assert shown(desk.open(model, state=state)) == {state}


@pytest.mark.parametrize("model", ["entry", "summit"])
def test_the_list_tells_the_state(states, desk, model):
    page = desk.open(model)

    admin = page.context["cl"].model_admin
    assert {entry.slug: admin.state(entry) for entry in page.context["cl"].result_list} == {
        "draft": "Draft",
        "public": "Public",
        "edited": "Public, edited since",
        "withdrawn": "Withdrawn",
    }


@pytest.mark.parametrize(("language", "found"), [("de", {"english", "half"}), ("en", {"german"})])
def test_entries_whose_translation_is_missing_are_found(record, desk, language, found):
    record.summit("both", publish=False)
    record.summit("english", title_de="", publish=False)
    record.summit("german", title_en=None, publish=False)
    record.summit("half", summary_en="Only English", publish=False)

    assert shown(desk.open("entry", untranslated=language)) == found
    assert shown(desk.open("entry", untranslated="fr")) == {"both", "english", "german", "half"}


def test_the_overview_has_every_kind_and_filters_by_it(record, desk):
    for kind in Kind.values:
        getattr(record, kind)(kind, publish=False)
    every = {*Kind.values, "overview-rests-on", "walk-first", "walk-second"}

    assert shown(desk.open("entry")) == every
    assert shown(desk.open("entry", kind__exact="position")) == {"position"}
    assert shown(desk.open("entry", processes__id__exact=record.process().pk)) == every


@pytest.mark.parametrize("kind", Kind.values)
def test_the_overview_leads_to_the_page_of_the_kind(record, desk, kind):
    entry = getattr(record, kind)(publish=False)
    page = desk.url(kind, "change", entry.pk)

    assert f'<a href="{page}">{entry}</a>' in desk.open("entry").content.decode()
    for name in ("change", "delete", "history"):
        assert desk.open("entry", name, entry.pk).url == desk.url(kind, name, entry.pk)
    assert desk.open("entry", "change", 4711).url == "/admin/"


def test_nothing_is_added_in_the_overview(desk):
    assert desk.open("entry", "add").status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [("Paris", {"paris"}), ("Treffen", {"paris", "berlin"}), ("spree", {"berlin"}), ("Rom", set())],
)
def test_entries_are_searched_in_both_languages(record, desk, query, found):
    record.summit("paris", title_en="Paris", title_de="Treffen", publish=False)
    record.summit(
        "berlin", title_en="B", title_de="Treffen", summary_de="An der Spree", publish=False
    )

    assert shown(desk.open("summit", q=query)) == found
    assert shown(desk.open("entry", q=query)) == found


def test_the_newest_work_comes_first(record, desk):
    first, _second = record.summit("first"), record.summit("second")
    first.save()

    page = desk.open("entry")

    assert [entry.slug for entry in page.context["cl"].result_list] == ["first", "second"]


def fill(record, first, last):
    for number in range(first, last):
        for kind in Kind.values:
            if kind == "position":
                record.position(f"position-{number}", holder=f"actor-{number}", topic=f"t-{number}")
            else:
                getattr(record, kind)(f"{kind}-{number}", source=f"source-{number}")
        record.person(f"person-{number}", represents=f"actor-{number}")
        record.measure(f"measure-{number}")
        record.process(f"process-{number}")


MODELS = [*Kind.values, *("entry", "actor", "topic", "source", "process", "measure", "version")]


def test_a_list_of_ten_costs_what_a_list_of_three_costs(record, desk):
    def queries(rows):
        counts = {}
        for model in MODELS:
            desk.open(model)  # Sessions and content types are looked up once.
            with CaptureQueriesContext(connection) as captured:
                page = desk.open(model)
            counts[model] = len(captured)
            assert len(page.context["cl"].result_list) >= rows
        return counts

    # For all of them at once, because publishing the entries takes longer than listing them.
    fill(record, 0, 3)
    few = queries(3)
    fill(record, 3, 10)

    assert queries(10) == few
    assert max(few.values()) <= 12


def test_many_are_published_with_one_line_for_each_outcome(record, desk):
    record.summit("unchanged")
    record.summit("new", publish=False)
    incomplete = record.position("incomplete", publish=False, source=None)

    desk.act("entry", "publish_selected", *all_entries())

    page = desk.url("position", "change", incomplete.pk)
    refusal = (
        "1 entry was not published. Its draft stays as it is:<ul><li>"
        f'<a href="{page}"><strong>Title of incomplete</strong></a><ul>'
        f'<li><a href="{page}#citations-group">A source is missing: cite at least one '
        "that supports the entry.</a></li></ul></li></ul>"
    )
    assert desk.messages == [
        "1 entry was published.",
        "1 entry has not changed since its last version.",
        refusal,
    ]
    assert Version.objects.count() == 2


def test_many_refusals_are_one_message_with_a_link_for_each(record, desk):
    drafts = [record.position(f"no-{n}", publish=False, source=None) for n in range(7)]

    desk.act("entry", "publish_selected", *all_entries())

    [message] = desk.messages
    assert message.startswith("7 entries were not published. Their drafts stay as they are:<ul>")
    for draft in drafts:
        assert f'href="{desk.url("position", "change", draft.pk)}"' in message


def test_publishing_many_costs_no_query_for_each(record, desk):
    def queries(count, publish):
        entries = [
            record.development(f"{count}-{publish}-{number}", title_en="x", title_de="x")
            if publish
            else record.development(f"{count}-{publish}-{number}", source=None, publish=False)
            for number in range(count)
        ]
        with CaptureQueriesContext(connection) as captured:
            desk.act("entry", "publish_selected", *entries)
        return len(captured)

    queries(1, True)
    for publish in (True, False):
        assert queries(9, publish) == queries(3, publish)


def all_entries():
    return Entry.objects.order_by("pk")


def test_many_are_withdrawn_for_one_reason(record, desk):
    record.summit("first")
    record.development("second")
    record.question("draft", publish=False)
    entries = list(all_entries())

    asked = desk.act("entry", "withdraw_selected", *entries)
    assert [entry.slug for entry in asked.context["entries"]] == ["draft", "second", "first"]
    assert Version.objects.count() == 2
    refused = desk.act("entry", "withdraw_selected", *entries, reason_en="", one_language="on")
    assert refused.context["form"].errors == {"reason_en": ["Readers need a reason."]}

    desk.act(
        "entry",
        "withdraw_selected",
        *entries,
        reason_en="The source was forged.",
        one_language="on",
    )

    page = desk.url("question", "change", Entry.objects.get(slug="draft").pk)
    assert desk.messages == [
        "2 entries were withdrawn.",
        f'<a href="{page}">“Title of draft” is not public.</a>',
    ]
    withdrawn = Version.objects.filter(action="withdrawn")
    assert [version.told for version in withdrawn] == [{"en": "The source was forged."}] * 2
