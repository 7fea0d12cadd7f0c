"""Numbers on pages of the desk, in the language of whoever writes them."""

import pytest
from django.utils.translation import override

from events.models import Figure, Source
from tests.admin.desk import errors, row


def german(desk):
    desk.client.cookies["desk-language"] = "de"
    return desk


def with_figure(record, desk, **values):
    entry = record.summit(publish=False)
    measure = record.measure("soldiers")
    return entry, row(desk.form("summit", entry.pk), "figures", measure=measure.pk, **values)


def test_a_figure_on_the_german_desk_is_a_german_number(record, desk):
    entry, form = with_figure(record, german(desk), value="7.500")

    desk.send("summit", entry.pk, form)

    assert Figure.objects.get().value == 7500
    shown = desk.form("summit", entry.pk)
    assert shown["figures-0-value"] == "7500"
    # What is not changed stays as it is.
    desk.send("summit", entry.pk, shown)
    assert Figure.objects.get().value == 7500


def test_decimals_come_back_with_a_comma(record, desk):
    entry, form = with_figure(record, german(desk), low="7,5", high="1.000.000")

    desk.send("summit", entry.pk, form)

    shown = desk.form("summit", entry.pk)
    assert (shown["figures-0-low"], shown["figures-0-high"]) == ("7,5", "1000000")


def test_what_can_be_read_in_two_ways_is_asked_about(record, desk):
    entry, form = with_figure(record, german(desk), value="7.5")

    with override("de"):
        response = desk.send("summit", entry.pk, form)

    [said] = errors(response)["figures-0-value"]
    assert "7,5 · 75" in said


def test_nobody_counts_fewer_than_none(record, desk):
    entry = record.summit(publish=False)
    measure = record.measure("countries", counts_actors=True)
    form = row(desk.form("summit", entry.pk), "figures", measure=measure.pk, value="-3")

    assert errors(desk.send("summit", entry.pk, form)) == {
        "figures-0-value": ["Fewer than none of them: which number is meant?"]
    }


def test_a_number_is_read_back_as_it_is_typed(desk):
    answer = german(desk).client.get("/admin/events/entry/numbers/", {"text": "7.500"}).json()

    assert (answer["edtf"], answer["error"]) == ("7.500", "")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "\u200b",
            "Nothing can be seen of this text: write it, or leave the field empty.",
        ),
        ("\u202eevil", "The character U+202E cannot be part of a text. Please remove it."),
    ],
)
def test_a_title_that_cannot_be_seen_or_runs_backwards_is_refused(desk, title, said):
    response = desk.save("source", title=title, slug="s", language="en")

    assert errors(response) == {"title": [said]}
    assert not Source.objects.exists()
