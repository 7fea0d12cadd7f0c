"""The rows on the page of an entry: actors, citations, figures, roll call, status history."""

from decimal import Decimal

import pytest

from events.models import Commitment, Figure, Participation
from events.vocabulary import TRAITS, Kind
from tests.admin.desk import errors, row


def shown(desk, kind):
    response = desk.open(kind, "add")
    inlines = response.context["inline_admin_formsets"]
    return {inline.formset.prefix: inline.formset for inline in inlines}


PARTS = {"participations", "citations", "figures", "pictures", "media"}
OWN = {
    "commitment": {"roll_call", "parts", "status_changes", "restates", "contradicts"},
    "summit": {"places", "earlier_dates", "contradicts"},
    **{kind: {"contradicts"} for kind in ("position", "development", "question")},
    "walk": {"steps"},
}


@pytest.mark.parametrize("kind", Kind.values)
def test_each_kind_has_its_parts_and_no_empty_rows(desk, kind):
    parts = shown(desk, kind)

    assert set(parts) == PARTS | OWN.get(kind, set())
    assert [len(formset.forms) for formset in parts.values()] == [0] * len(parts)


@pytest.mark.parametrize("kind", Kind.values)
def test_actors_have_the_roles_of_the_kind(desk, kind):
    form = shown(desk, kind)["participations"].empty_form

    assert form.fields["role"].choices == [(r.value, r.label) for r in TRAITS[kind].roles]
    assert form.fields["role"].initial == TRAITS[kind].roles[0]
    assert ("status" in form.fields) == (kind == "summit")


@pytest.mark.parametrize("kind", Kind.values)
def test_a_role_of_another_kind_is_refused(record, desk, kind):
    entry = getattr(record, kind)(publish=False)
    entry.participations.all().delete()
    foreign = "speaker" if kind == "summit" else "host"
    form = row(
        desk.form(kind, entry.pk),
        "participations",
        actor=record.actor("france").pk,
        role=foreign,
    )

    response = desk.send(kind, entry.pk, form)

    assert list(errors(response)) == ["participations-0-role"]


def test_an_actor_has_a_role_once(record, desk):
    summit = record.summit(publish=False, actors=["france"])
    form = row(desk.form("summit", summit.pk), "participations", actor=record.actor("france").pk)

    response = desk.send("summit", summit.pk, form)

    assert errors(response)["participations-1-actor"] == ["This actor has this role already."]
    assert Participation.objects.count() == 1


def test_somebody_may_speak_for_two_bodies(record, desk):
    summit = record.summit(publish=False)
    rutte = record.person("rutte")
    form = desk.form("summit", summit.pk)
    for body in ("netherlands", "eu", "eu"):
        represents = record.actor(body).pk
        form = row(form, "participations", actor=rutte.pk, represents=represents)

    response = desk.send("summit", summit.pk, form)
    assert errors(response)["participations-2-actor"] == ["This actor has this role already."]

    form["participations-2-represents"] = ""
    desk.send("summit", summit.pk, form)
    found = summit.participations.values_list("actor__slug", "represents__slug")
    assert list(found) == [("rutte", "netherlands"), ("rutte", "eu"), ("rutte", None)]


def test_nobody_represents_themselves(record, desk):
    summit = record.summit(publish=False)
    person = record.person("emmanuel", represents="france")
    form = row(
        desk.form("summit", summit.pk), "participations", actor=person.pk, represents=person.pk
    )

    said = errors(desk.send("summit", summit.pk, form))

    assert said["participations-0-represents"] == ["An actor cannot represent itself."]


def test_only_a_person_represents_somebody(record, desk):
    summit = record.summit(publish=False)
    france, poland = record.actor("france"), record.actor("poland")
    form = row(
        desk.form("summit", summit.pk), "participations", actor=france.pk, represents=poland.pk
    )

    said = errors(desk.send("summit", summit.pk, form))

    assert said == {"participations-0-represents": ["Only a person represents somebody."]}


def test_a_row_is_taken_off(record, desk):
    summit = record.summit(actors=["france", "poland"])

    desk.save("summit", summit.pk, **{"participations-0-DELETE": "on"})

    assert [str(part.actor.slug) for part in summit.participations.all()] == ["poland"]


def test_actors_stand_in_the_order_that_is_written(record, desk):
    summit = record.summit(actors=["france", "poland"])

    desk.save("summit", summit.pk, **{"participations-0-order": "5", "participations-1-order": "2"})

    assert [part.actor.slug for part in summit.participations.all()] == ["poland", "france"]


def test_a_source_is_cited_once_at_a_place(record, desk):
    summit = record.summit(publish=False)
    form = row(desk.form("summit", summit.pk), "citations", source=record.source().pk)

    assert desk.send("summit", summit.pk, form).status_code == 200
    again = row(desk.form("summit", summit.pk), "citations", source=record.source().pk, locator="2")
    assert desk.send("summit", summit.pk, again).status_code == 302


def figures(record, *preferred):
    summit = record.summit(publish=False)
    for value, chosen in enumerate(preferred, 1):
        record.figure(summit, "countries", value, preferred=chosen, reason_en="It counts itself.")
    return summit


def preferred(summit):
    return list(summit.figures.order_by("value").values_list("preferred", flat=True))


@pytest.mark.parametrize(("before", "after"), [((True, False), 1), ((False, True), 0)])
def test_another_figure_can_be_preferred_in_one_go(record, desk, before, after):
    summit = figures(record, *before)
    form = desk.form("summit", summit.pk)
    form.pop(f"figures-{1 - after}-preferred")
    form[f"figures-{after}-preferred"] = "on"

    assert desk.send("summit", summit.pk, form).status_code == 302
    assert preferred(summit) == list(reversed(before))


def test_two_figures_of_a_measure_are_not_both_preferred(record, desk):
    summit = figures(record, True, False)

    response = desk.save("summit", summit.pk, **{"figures-1-preferred": "on"})

    assert errors(response) == {"figures": ["Only one figure of a measure is preferred."]}
    assert preferred(summit) == [True, False]


def test_two_new_figures_are_not_both_preferred_either(record, desk):
    summit = record.summit(publish=False)
    measure = record.measure("countries").pk
    form = desk.form("summit", summit.pk)
    for value in (26, 35):
        form = row(form, "figures", measure=measure, value=value, preferred="on")

    assert list(errors(desk.send("summit", summit.pk, form))) == ["figures"]
    assert Figure.objects.count() == 0


def test_the_preferred_figure_can_go_and_another_take_its_place(record, desk):
    summit = figures(record, True, False)
    form = desk.form("summit", summit.pk)
    form |= {"figures-0-DELETE": "on", "figures-1-preferred": "on"}

    assert desk.send("summit", summit.pk, form).status_code == 302
    assert preferred(summit) == [True]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, {"__all__": "A figure needs a value, a low or a high end."}),
        (
            {"low": "9", "high": "3"},
            {"high": "The low end is above the high one: exchange them, or correct one."},
        ),
        (
            {"value": "12", "low": "3", "high": "9"},
            {"value": "The value lies outside of its low and high end: correct one of them."},
        ),
        ({"value": "many"}, {"value": "A number is expected here, such as 1200 or 0.5."}),
    ],
)
def test_a_figure_makes_sense(record, desk, values, said):
    summit = record.summit(publish=False)
    form = row(desk.form("summit", summit.pk), "figures", measure=record.measure("x").pk, **values)

    assert errors(desk.send("summit", summit.pk, form)) == {
        f"figures-0-{name}": [text] for name, text in said.items()
    }


def test_what_is_no_number_is_said_once_and_stays_typed(record, desk):
    commitment = record.commitment(publish=False)
    form = row(
        desk.form("commitment", commitment.pk),
        "roll_call",
        actor=record.actor("france").pk,
        stage="announced",
        source=record.source().pk,
        value="5 million",
        unit=record.unit("EUR").pk,
    )

    response = desk.send("commitment", commitment.pk, form)

    assert errors(response) == {
        "roll_call-0-value": ["A number is expected here, such as 1200 or 0.5."]
    }
    assert 'value="5 million"' in response.text


def test_a_whole_number_is_shown_without_decimals(record, desk):
    summit = figures(record, False)

    assert desk.form("summit", summit.pk)["figures-0-value"] == "1"
    assert desk.form("summit", summit.pk)["figures-0-low"] == ""


def test_a_stage_has_a_source_and_its_amount_a_unit(record, desk):
    commitment = record.commitment(publish=False)
    form = row(
        desk.form("commitment", commitment.pk),
        "roll_call",
        actor=record.actor("france").pk,
        value="-5.000001",
        note_en="kept",
    )

    response = desk.send("commitment", commitment.pk, form)

    said = errors(response)
    assert said["roll_call-0-unit"] == ["An amount needs its unit: “euros”, “soldiers”."]
    assert said["roll_call-0-source"] == ["Say which of the cited sources this is from."]
    assert 'value="-5.000001"' in response.text
    assert 'value="kept"' in response.text


def test_a_commitment_with_everything(record, desk):
    commitment = record.commitment(publish=False)
    source, france = record.source().pk, record.actor("france").pk
    form = desk.form("commitment", commitment.pk)
    given = {"actor": france, "stage": "signed", "date": "January 2026", "source": source}
    soldiers = record.unit("soldiers").pk
    form = row(form, "roll_call", value="6000", unit=soldiers, **given)
    form["roll_call-0-form"] = "pledged"
    form = row(form, "status_changes", status="delayed", date="2026-01", source=source)
    form |= {
        "domains": [record.domain("sea").pk, record.domain("land").pk],
        "condition_en": "a ceasefire",
        "condition_state": "pending",
        "made_at": record.summit().pk,
    }

    assert desk.send("commitment", commitment.pk, form, "_publish").status_code == 302

    assert desk.messages == ["Published: readers now see version 1."]
    saved = Commitment.objects.get()
    assert [domain.slug for domain in saved.domains.all()] == ["land", "sea"]
    assert (saved.status, saved.made_at.slug) == ("delayed", "meeting")
    assert list(saved.roll_call.values_list("stage", "date", "value", "unit__slug", "form")) == [
        ("signed", "2026-01", Decimal(6000), "soldiers", "pledged")
    ]


def test_domains_are_checkboxes_with_what_is_saved_ticked(record, desk):
    commitment = record.commitment(domains=["air"])

    assert desk.form("commitment", commitment.pk)["domains"] == [str(record.domain("air").pk)]
    assert errors(desk.save("commitment", commitment.pk, domains=["space"])) == {
        "domains": ["“space” is not a valid value."]
    }
    assert errors(desk.save("commitment", commitment.pk, domains=["99999"])) == {
        "domains": ["Select a valid choice. 99999 is not one of the available choices."]
    }
    desk.save("commitment", commitment.pk, domains=[])
    assert list(Commitment.objects.get().domains.all()) == []


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"url": "http://example.org/film"}, "url", "begins with “https://”"),
        ({"url": ""}, "url", "This field is required."),
        ({"title_en": ""}, "title_en", "Write it in one language at least."),
    ],
)
def test_a_wrong_link_to_a_video_is_told_at_its_field(record, desk, values, field, said):
    entry = record.development("event")
    film = {"kind": "video", "url": "https://example.org/film", "title_en": "Film"} | values
    form = row(desk.form("development", entry.pk), "media", **film)

    page = desk.send("development", entry.pk, form)

    assert said in " ".join(errors(page)[f"media-0-{field}"])
