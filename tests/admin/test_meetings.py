"""A meeting on its page at the desk: its places, times and earlier dates."""

import pytest

from events import public
from events.documents.reading import summits
from events.models import Summit
from tests.admin.desk import errors, row

pytestmark = pytest.mark.django_db


def test_places_and_earlier_dates_are_rows_of_the_page(record, desk):
    meeting = record.summit(date="2021-10-27", status="held")
    form = desk.form("summit", meeting.pk)
    form = row(form, "places", name_en="Doha", name_de="Doha", country="QA", zone="Asia/Qatar")
    form = row(form, "places", name_en="Cairo", name_de="Kairo", country="EG")
    form = row(form, "earlier_dates", date="4 November 2021", moved_on="20.10.2021")

    desk.send("summit", meeting.pk, form | {"level": "ministers", "mode": "hybrid"}, "_publish")

    [document] = summits([public.entry("meeting").document])
    assert [place["zone"] for place in document["places"]] == ["Asia/Qatar", None]
    assert document["earlier_dates"][0]["date"]["edtf"] == "2021-11-04"
    assert (document["level"], document["mode"]) == ("ministers", "hybrid")


@pytest.mark.parametrize(
    ("rows", "values", "field", "said"),
    [
        (
            *("places", {"name_en": "Paris", "zone": "Europe/Pariss"}, "zone"),
            "There is no time zone “Europe/Pariss”. Did you mean Europe/Paris",
        ),
        (
            *("places", {"name_en": "Paris", "zone": "CEST-2"}, "zone"),
            "There is no time zone “CEST-2”.",
        ),
        (
            *("places", {"name_en": "Paris", "country": "fr"}, "country"),
            "Two capital letters, as in “FR”.",
        ),
        ("places", {"zone": "Europe/Paris"}, "__all__", "Name the place or its country."),
        ("places", {"name_en": "a\x01"}, "name_en", "The character U+0001 cannot be part"),
        ("earlier_dates", {"date": "sometime soon"}, "date", "“sometime” is not understood"),
        (
            *("earlier_dates", {"date": "2021", "moved_on": "2020/2021"}, "moved_on"),
            "One date stands here, not a span of time.",
        ),
    ],
)
def test_what_is_wrong_with_a_row_is_said_there_and_what_was_typed_stays(
    record, desk, rows, values, field, said
):
    meeting = record.summit()

    response = desk.send("summit", meeting.pk, row(desk.form("summit", meeting.pk), rows, **values))

    found = errors(response)
    assert list(found) == [f"{rows}-0-{field}"]
    assert found[f"{rows}-0-{field}"][0].startswith(said)
    formset = next(
        inline.formset
        for inline in response.context["inline_admin_formsets"]
        if inline.formset.prefix == rows
    )
    assert formset.forms[0].data[f"{rows}-0-{next(iter(values))}"] == next(iter(values.values()))


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("27 October 2021, 1pm", "2021-10-27T13:00:00+02"),
        ("27 October 2021, 13:00–16:00", "2021-10-27T13:00:00+02/2021-10-27T16:00:00+02"),
        # What was typed with a zone is that instant, told by the clocks of the place.
        ("27 October 2021, 13:00–16:00 CET", "2021-10-27T14:00:00+02/2021-10-27T17:00:00+02"),
        ("27 October 2021, 11:00 UTC", "2021-10-27T13:00:00+02"),
    ],
)
def test_a_time_is_that_of_the_place_unless_it_has_a_zone(record, desk, typed, edtf):
    meeting = record.summit(places=[("The Hague", "NL", "Europe/Amsterdam")])

    desk.save("summit", meeting.pk, "_publish", date=typed)

    assert public.entry("meeting").document["date"]["edtf"] == edtf


def test_an_end_before_the_start_is_refused_across_zones(record, desk):
    meeting = record.summit()

    response = desk.save("summit", meeting.pk, date="2026-01-06T14:00:00+01/2026-01-06T12:30:00Z")

    assert errors(response)["date"][0].startswith(
        "“2026-01-06T14:00:00+01/2026-01-06T12:30…” ends before it begins"
    )
    assert Summit.objects.get().date == "2026-01-06"


def test_who_changes_the_date_of_a_public_meeting_is_asked_about_the_one_before(record, desk):
    meeting = record.summit(date="2021-11-04")

    desk.save("summit", meeting.pk, date="2021-10-27")

    assert desk.messages[0] == (
        'Saved. Please check:<ul><li><a href="#earlier_dates-group">The date of a public meeting '
        "changed. If it was moved, add 2021-11-04 to its earlier dates, so that readers see for "
        "when it was planned.</a></li></ul>"
    )
