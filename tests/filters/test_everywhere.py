"""Each public list applies each filter of the table, or refuses it by name."""

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from events.filters import TABLE, AsOf, Filter, When, Words
from events.views.asking import chips, names_of
from events.views.asking.address import Query
from tests.filters.listed import LISTS, Listed, of_calendar
from tests.filters.two_of_each import WINDOW, blur

ROOT = Path(__file__).resolve().parents[2]
FILTERS = pytest.mark.parametrize("one", TABLE, ids=[one.name for one in TABLE])


@FILTERS
@pytest.mark.parametrize("listed", LISTS, ids=[listed.path for listed in LISTS])
def test_a_list_applies_a_filter_or_refuses_it_by_name(
    listed: Listed, one: Filter, then: str
) -> None:
    if one.name in listed.takes.own:
        # It means something else there, and so it is neither.
        assert one.name not in (*listed.takes.names, *listed.takes.refused)
    elif one.name not in listed.takes.names:
        assert refusal(listed, one) == listed.get((one.name, "x")).status_code == 400
    elif listed.found is None:
        assert listed.get((one.name, then)).status_code == 200
    else:
        value, found = listed.asked_for(one, then)
        along = listed.along(one)
        widest = along
        if isinstance(one, When):
            blur()
            widest = (*along, (one.name, "possible"))
        everything = listed.found(listed.get(*widest))
        if isinstance(one, AsOf) and listed.path == "/en/since/":
            found = everything - found  # what has come later
        narrowed = listed.found(listed.get((one.name, value), *along))

        assert narrowed == found
        if isinstance(one, When) and listed.found == of_calendar:
            # It has nothing but days that are known, and says how many entries it leaves out.
            assert narrowed == everything
        else:
            assert narrowed < everything


def refusal(listed: Listed, one: Filter) -> int:
    """400, where the list says that it has no such filter."""
    told = unescape(listed.get((one.name, "x")).content.decode())
    if listed.path.startswith("/api/"):
        errors = json.loads(told)["errors"]
        assert errors.keys() == {one.name}
        assert errors[one.name][0].startswith(f"This address has no filter by {one.name}")
        return int(json.loads(told)["status"])
    name = one.label if listed.is_page else one.name
    has = ", ".join(str(taken.label) for taken in listed.takes.filters)
    has = f"no such filter. It has: {has}." if has else "no filters."
    return 400 if f"{name}: This list has {has}" in told else 0


@FILTERS
@pytest.mark.parametrize(
    "listed",
    [listed for listed in LISTS if listed.is_page and listed.found],
    ids=lambda listed: listed.path,
)
def test_a_page_shows_that_a_filter_is_on_and_has_a_control_for_it(
    listed: Listed, one: Filter, then: str
) -> None:
    # Of the record gone back to, every page has a control and a banner.
    if one.name not in listed.takes.names or isinstance(one, AsOf):
        return
    value, _found = listed.asked_for(one, then)
    along = listed.along(one)
    opened = [("filters", "open")] if "filters" in listed.takes.own else []

    response = listed.get((one.name, value), *along, *opened)

    html = re.sub(r"\s+", " ", unescape(response.content.decode()))
    query = Query(listed.path, ((one.name, value), *along), listed.takes)
    chip, *_others = chips(query, {}, names_of(query))
    rest = Query(listed.path, along)
    assert (chip.name, chip.url) == (str(one.label), rest.url)
    shown = f'<span class="of">{chip.name}</span> <bdi>{chip.value}</bdi>'
    # The search has the words in sight.
    assert (shown in html) != (listed.path == "/en/search/" and isinstance(one, Words))
    if listed.form:
        form = response.context["form"]
        fields = [field for field in form.fields if field.name == one.name]
        tabs = [tab for tab in response.context.get("tabs", []) if tab.value == value]
        if isinstance(one, When):
            # It is sent along unseen: a link beside the number of results changes it.
            assert (fields, tabs) == ([], [])
        else:
            assert fields or tabs[0].current
        for field in fields:
            assert f'<label for="{field.id}">{field.label}</label>' in html
        values = [field.value for field in fields] + [kept for _name, kept in form.kept]
        assert value in values


@pytest.mark.parametrize(
    "listed",
    [listed for listed in LISTS if listed.found and "when" in listed.takes.names],
    ids=lambda listed: listed.path,
)
def test_a_window_has_what_is_possible_for_programs_and_what_is_certain_for_readers(
    listed: Listed, then: str
) -> None:
    def shown(*pairs: tuple[str, str]) -> object:
        response = listed.get(*WINDOW, *pairs)
        if listed.found == of_calendar:
            return str(Calendar.from_ical(response.content)["DESCRIPTION"])
        return listed.found and listed.found(response)

    blur()
    usual, other = ("possible", "certain") if "/api/" in listed.path else ("certain", "possible")
    assert shown() == shown(("when", usual))
    assert shown() != shown(("when", other))


@pytest.mark.parametrize(
    "listed",
    [listed for listed in LISTS if "when" in listed.takes.names],
    ids=lambda listed: listed.path,
)
def test_without_a_window_nothing_is_certain_or_possible(listed: Listed, db: None) -> None:
    response = listed.get(("when", "certain"))

    said = unescape(response.content.decode())
    assert response.status_code == 400
    assert "when" in said if not listed.is_page else "In this time: " in said
    assert "This goes with a window of days: give “from” or “to”, too." in said


def test_a_filter_stands_in_the_table_and_nowhere_else() -> None:
    """One more, which nothing else in the program knows of, passes all of this."""
    environment = dict(os.environ)
    url = environment.get("TEST_DATABASE_URL", "")
    if url.startswith("postgres"):
        # A database of its own beside those of this run.
        name = f"rehearsal_{environment.get('PYTEST_XDIST_WORKER', 'alone')}"
        environment["TEST_DATABASE_URL"] = urlsplit(url)._replace(path=f"/{name}").geturl()
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("-p", "tests.filters.rehearsed", "-k", "rehearsed", "tests/filters"),
        ],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    passed = re.search(r"^(\d+) passed", run.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) > len(LISTS)
