"""What of the record the timeline is asked for."""

import pytest
from django.utils import timezone

from events import public, publishing
from tests.views.timeline.reading import shown


def test_filters_are_in_the_form_and_can_be_taken_away(client, site):
    url = "/en/timeline/?kind=position&actor=germany&topic=force&stance=supports"

    response = client.get(f"{url}&filters=open")

    form = response.context["form"]
    assert [item.slug for item in shown(response)] == ["stand"]
    assert {field.name: field.value for field in form.fields if field.value} == {
        "actor": "germany",
        "topic": "force",
        "stance": "supports",
    }
    assert [(chip.name, chip.value) for chip in form.chips] == [
        ("Kind", "Positions"),
        ("Actor", "Germany"),
        ("Topic", "Topic force"),
        ("Stance", "Supports"),
    ]
    rest = "kind=position&topic=force&stance=supports&filters=open"
    assert form.chips[1].url == f"/en/timeline/?{rest}"


def test_how_a_window_is_meant_that_is_none_is_told_with_the_values_of_the_address(client, site):
    response = client.get("/en/timeline/?topic=force&from=2024-02-01&when=perhaps")

    form = response.context["form"]
    said = "In this time: “perhaps” is not one of: for certain, possibly."
    assert (response.status_code, form.errors) == (400, [said])
    assert not form.open
    # What is certain is what a page shows.
    assert {item.slug for item in shown(response)} == {"paris", "stand", "unclear"}


def test_only_what_is_published_can_be_chosen(client, site):
    site.record.development("draft", actors=["nobody-yet"], publish=False)

    form = client.get("/en/timeline/?filters=open").context["form"]
    [actors] = [field for field in form.fields if field.name == "actor"]

    assert "nobody-yet" not in dict(actors.options)
    assert dict(actors.options)["germany"] == "Germany"


def test_empty_fields_of_the_form_leave_the_address(client, db):
    response = client.get("/en/timeline/?q=peace&kind=&from=&utm_source=x")

    assert (response.status_code, response["Location"]) == (302, "/en/timeline/?q=peace")


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("kind=feast", "Kind: “feast” is not one of: Meetings, Commitments, "),
        ("q=%00", {"q"}),
        ("q=" + "x" * 10_000, {"q"}),
        ("q=!!!", {"q"}),
        ("actor=nobody", {"actor"}),
        ("actor=%00", {"actor"}),
        ("from=2026-02-30", {"from"}),
        ("from=2024-02-01&to=2024-01-01&when=possible", {"to"}),
        ("from=2026-02-30&when=certain", {"from"}),
        ("from=x&to=y&stance=z", {"from", "to", "stance"}),
        ("as_of=9999-01-01", set()),
        ("as_of=yesterday", set()),
        ("cursor=abc", "Place in the list: This is no place in a list."),
        ("limit=0", "Entries per page: “0” is not a whole number from 1 to 200."),
        ("order=random", "Order: “random” is not one of: newest first, "),
        (
            "when=certain",
            "In this time: This goes with a window of days: give “from” or “to”, too.",
        ),
    ],
)
def test_a_value_that_cannot_be_meant_is_said_and_the_rest_holds(client, site, query, wrong):
    response = client.get(f"/en/timeline/?topic=force&{query}")

    assert response.status_code == 400
    assert "ETag" not in response
    form = response.context["form"]
    said = {field.name for field in [form.search, *form.fields] if field.errors}
    if isinstance(wrong, str):
        [beyond] = form.errors
        assert (said, beyond[: len(wrong)]) == (set(), wrong)
    else:
        assert (said, form.errors) == (wrong, [])
    assert {item.slug for item in shown(response)} == {"paris", "stand", "refusal", "unclear"}


def test_the_record_as_it_stood(client, site):
    past = client.get("/en/timeline/?as_of=2020-01-01")
    today = client.get(f"/en/timeline/?as_of={timezone.localdate()}")

    assert (past.status_code, shown(past)) == (200, [])
    assert "On 1 January 2020, nothing was on record yet." in past.text
    assert '<a href="/en/timeline/">To the current version</a>' in past.text
    assert all("?as_of=" in item.url for item in shown(today))
    assert "noindex" in past.text


def test_search_finds_words(client, site):
    assert [item.slug for item in shown(client.get("/en/timeline/?q=refusal"))] == ["refusal"]


def test_a_search_that_finds_nothing_shows_the_way_out(client, site):
    response = client.get("/en/timeline/?q=unheard")

    assert response.status_code == 200
    assert "No entry fits." in response.text


def test_withdrawn_entries_leave_the_list(client, site):
    publishing.withdraw(site.summit)

    assert "paris" not in {item.slug for item in shown(client.get("/en/timeline/"))}
    assert public.count(public.Filters()) == 8
