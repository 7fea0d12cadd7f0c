"""Each filter of the table is whole: read, worded in every language, titled, described."""

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override
from icalendar import Calendar

from events import public
from events.api.parameters import of_table
from events.filters import TABLE, Choice, Filter, ReferenceChoice, When, Words, Year
from events.presenting.wording import day_worded, value_worded
from events.views.asking import names_of
from events.views.asking.address import Query
from tests.filters.listed import EVERYTHING
from tracker import messages

TITLE = "Record of diplomacy"

pytestmark = pytest.mark.parametrize("one", TABLE, ids=[one.name for one in TABLE])


def test_a_filter_is_read_strictly(one: Filter, then: str) -> None:
    value, _found = EVERYTHING.asked_for(one, then)
    along = {name: [given] for name, given in EVERYTHING.along(one)}

    assert public.parse(along | {one.name: [value]}) != public.parse(along)
    assert public.parse(along | {one.name: [" "]}) == public.parse(along)
    wrong = "?!" if isinstance(one, Words) else "no such thing"
    with pytest.raises(public.InvalidParameters) as caught:
        public.parse(along | {one.name: [wrong]})
    assert caught.value.errors.keys() == {one.name}


@pytest.mark.parametrize("path", ["/en/feed.atom", "/en/calendar.ics"])
def test_the_title_of_a_feed_and_of_a_calendar_says_that_it_is_on(
    path: str, one: Filter, then: str
) -> None:
    value, _found = EVERYTHING.asked_for(one, then)
    along = EVERYTHING.along(one)
    query = Query(path, (*along, (one.name, value)), EVERYTHING.takes)
    words = str(one.title) % {"value": value_worded(one, value, names_of(query))}
    assert words != value or isinstance(one, Year)
    before = [f"from {day_worded(date.fromisoformat(day))} on" for _name, day in along]
    words = " · ".join([*before, words])

    response = Client().get(path, dict(query))

    if path.endswith(".ics"):
        name = str(Calendar.from_ical(response.content)["NAME"])
        assert name.replace("\\,", ",") == f"{TITLE}: {words}"
    else:
        assert f"<title>{TITLE}: {words}</title>" in response.text


def test_the_api_describes_it(one: Filter, db: None) -> None:
    description = Client().get("/api/v1/schema/").json()
    operation = description["paths"]["/api/v1/entries/"]["get"]
    [parameter] = [item for item in operation["parameters"] if item["name"] == one.name]

    assert parameter == {
        "name": one.name,
        "in": "query",
        **of_table(one)._asdict(),
    }
    assert parameter["description"].startswith(one.described.partition(" Repeated:")[0])
    assert one.described.endswith(".")


def test_it_has_words_in_every_language(one: Filter) -> None:
    texts = [one.label, one.title, one.help]
    if isinstance(one, Choice):
        texts += one.labels.values()
        texts += [label for labels in one.of.values() for label in labels.values()]
        assert one.labels
    if isinstance(one, When):
        texts += one.labels.values()
    if isinstance(one, ReferenceChoice):
        texts.append(one.another)
    with override("en"):
        wanted = {str(text) for text in texts} - {"", "%(value)s"}

    for language in messages.languages():
        catalog = {str(message.id): message.string for message in messages.read(language)}
        assert [text for text in wanted if not catalog.get(text)] == []


def test_what_tells_its_values_can_be_kept(one: Filter) -> None:
    """The column of a tag's facet has room for so many characters."""
    if isinstance(one, Choice | ReferenceChoice):
        assert len(one.facet) <= 12
