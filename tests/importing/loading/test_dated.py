"""Offices and former names in files; and what a file says of today does not rewrite the past."""

from typing import Any

import pytest

from events import importing, public
from tests.importing.loading.outcome import File, problems_of

pytestmark = pytest.mark.django_db

PAST = """\
processes:
  talks: {name: {en: Talks, de: Gespräche}}
sources:
  gazette: {title: Gazette, language: en}
topics:
  truce: {name: {en: Truce, de: Waffenruhe}}
actors:
  netherlands: {kind: country, country: NL, name: {en: Netherlands, de: Niederlande}}
  eswatini: {kind: country, country: SZ, name: {en: Swaziland, de: Swasiland}}
  nato-x: {kind: organisation, name: {en: Alliance X, de: Bündnis X}}
  sam:
    kind: person
    name: {en: Sam, de: Sam}
    office: {en: Foreign Minister, de: Außenminister}
    represents: netherlands
summits:
  may:
    process: talks
    title: {en: Meting, de: Treffen}
    date: 2021-05-05
    status: held
    actors: [sam]
    sources: [gazette]
positions:
  stand:
    process: talks
    title: {en: A vote, de: Eine Abstimmung}
    date: 2017-09-01
    stance: supports
    topics: [truce]
    actors:
      - {actor: eswatini, role: holder}
      - {actor: sam, role: speaker}
    sources: [gazette]
"""
MOVED = (
    ("office: {en: Foreign Minister, de: Außenminister}", "office: {en: Chief, de: Chef}"),
    ("represents: netherlands", "represents: nato-x"),
    ("Meting", "Meeting"),
)
FORMER = (
    "former_names: [{name: {en: Swaziland, de: Swasiland}, until: 2018-04-18, source: gazette}]"
)
DATED = (
    (
        "name: {en: Swaziland, de: Swasiland}}",
        f"name: {{en: Eswatini, de: Eswatini}}, {FORMER}}}",
    ),
)


def replaced(*replacements: tuple[str, str]) -> str:
    text = PAST
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def load(file: File, *replacements: tuple[str, str]) -> Any:
    written = importing.load(file(text=replaced(*replacements)))
    for _entry, outcome in importing.publish(written.entries):
        assert outcome == []
    return written


def said(slug: str, actor: str) -> Any:
    [row] = [row for row in public.entry(slug).document["actors"] if row["slug"] == actor]
    return row


def test_a_file_of_today_leaves_the_past_as_it_was(file: File) -> None:
    load(file)
    written = load(file, *MOVED)
    assert [where[-1] for where in written.updated] == ["sam", "may"]
    for slug in ("may", "stand"):
        row = said(slug, "sam")
        assert (row["office"]["en"], row["represents"], row["country"]) == (
            "Foreign Minister",
            "netherlands",
            "NL",
        )
    assert public.entry("may").document["title"]["en"] == "Meeting"
    assert load(file, *MOVED).updated == []


def test_a_former_name_comes_with_a_file(file: File) -> None:
    load(file)
    load(file, *DATED)
    row = said("stand", "eswatini")
    assert (row["name"]["de"], row["name_today"]["de"]) == ("Swasiland", "Eswatini")
    assert load(file, *DATED).updated == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "until: 2030",
            "until: 2019-12",
            "later day, or correct “since”.",
        ),
        ("since: 2020-02", "since: 2020/2021", "since: One date stands here, not a span of time."),
        ("title: {en: Speaker, de: Sprecherin}", "since: 2021", "title: This text is missing."),
        (
            "former_names:\n      - {name: {en: Grand Duchy, de: Großfürstentum}",
            "former_names:\n      - {name: {en: Finland}",
            "name: en: This is its present name. A former one differs from it.",
        ),
        (
            "name: {en: Finland, de: Finnland}\n",
            "name: {en: Finland, de: Finnland}\n    offices: [{title: {en: Minister}}]\n",
            "Only a person has an office.",
        ),
    ],
)
def test_what_a_dated_fact_cannot_be(file: File, old: str, new: str, problem: str) -> None:
    [told] = problems_of(file((old, new)))
    assert told.endswith(problem)
