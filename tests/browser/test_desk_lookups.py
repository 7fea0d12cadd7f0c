"""Look-ups of the desk: speed never chooses, and the keyboard is enough."""

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser import judging
from tests.browser.desk import at_the_desk

# Milliseconds a key, and how often each. By hand: 50 times.
SPEEDS, TIMES = (0, 10, 60, 120), 3


def chosen(tab: Tab, name: str) -> str:
    label = "select => select.selectedOptions[0]?.value && select.selectedOptions[0].label"
    return str(tab.locator(f"#id_{name}").evaluate(label))


def add_actor(tab: Tab, number: int = 0) -> None:
    tab.locator("#participations-group .add-row a").click()
    expect(tab.locator(f"#id_participations-{number}-actor_typed")).to_be_visible()


@pytest.mark.parametrize("speed", SPEEDS)
def test_whoever_is_fast_gets_who_was_typed(reader, speed):
    with at_the_desk(reader, "events/summit/add/") as tab:
        add_actor(tab)
        field = tab.locator("#id_participations-0-actor_typed")
        for text in ("France", "Germany", "UK") * TIMES:
            field.fill("")
            field.press_sequentially(text, delay=speed)
            field.press("Enter")
            meant = {"UK": "United Kingdom"}.get(text, text)
            expect(field).to_have_value(meant)
            expect(tab.locator("#id_participations-0-actor option:checked")).to_have_text(meant)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("topics", "Security guarantees for Ukraine"),
        ("processes", "Ending the war in Ukraine"),
    ],
)
def test_of_several_each_is_shown_and_can_be_taken_out(reader, name, text):
    with at_the_desk(reader, "events/summit/add/") as tab:
        field = tab.locator(f"#id_{name}_typed")
        field.press_sequentially(text, delay=10)
        field.press("Enter")
        chip = tab.locator(f".field-{name} .chosen li")
        expect(chip).to_have_count(1)
        expect(field).to_have_value("")
        chip.get_by_role("button").click()
        expect(chip).to_have_count(0)
        assert tab.locator(f"#id_{name} option").count() == 0


def test_a_text_that_stands_for_nobody_is_a_question_and_stays(reader):
    with at_the_desk(reader, "events/summit/add/") as tab:
        add_actor(tab)
        field = tab.locator("#id_participations-0-actor_typed")
        field.press_sequentially("Frnace")
        field.press("Enter")
        expect(tab.locator(".look-up.unsettled")).to_have_count(1)
        expect(field).to_have_attribute("aria-invalid", "true")
        assert chosen(tab, "participations-0-actor") == ""
        field.press("ArrowDown")
        field.press("Enter")
        expect(field).to_have_value("France")
        assert chosen(tab, "participations-0-actor") == "France"


def test_leaving_the_field_chooses_what_was_typed_and_esc_brings_back(reader):
    with at_the_desk(reader, "events/summit/add/") as tab:
        add_actor(tab)
        field = tab.locator("#id_participations-0-actor_typed")
        field.press_sequentially("FR")
        field.press("Tab")
        expect(field).to_have_value("France")
        field.fill("Ger")
        assert chosen(tab, "participations-0-actor") == ""
        expect(tab.locator(".offered [role=option]").first).to_be_visible()
        field.press("Escape")
        expect(field).to_have_value("France")


def test_who_is_in_the_list_already_is_said(reader):
    with at_the_desk(reader, "events/summit/add/") as tab:
        for number in range(2):
            add_actor(tab, number)
        tab.locator("#id_participations-0-actor_typed").fill("France")
        tab.locator("#id_participations-0-actor_typed").press("Enter")
        expect(tab.locator("#id_participations-0-actor option:checked")).to_have_text("France")
        tab.locator("#id_participations-1-actor_typed").fill("france")
        expect(tab.locator(".offered [aria-selected=true]")).to_contain_text("already here")


def test_a_new_record_begins_with_what_was_typed_and_is_chosen(reader):
    with at_the_desk(reader, "events/summit/add/") as tab:
        field = tab.locator("#id_topics_typed")
        field.fill("Fishing rights")
        expect(tab.get_by_role("button", name="Add “Fishing rights” …")).to_be_visible()
        with tab.expect_popup() as opened:
            field.press("Control+Enter")
        popup = opened.value
        expect(popup.locator("#id_name_en")).to_have_value("Fishing rights")
        popup.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_an_open_list_is_accessible_and_nothing_is_wider_than_the_window(reader, width):
    with at_the_desk(reader, "events/summit/add/", width=width) as tab:
        add_actor(tab)
        tab.locator("#id_participations-0-actor_typed").fill("u")
        expect(tab.locator(".offered [role=option]").first).to_be_visible()
        # What axe would preload, the policy refuses.
        assert judging.axe(tab, scripts=False) == []
        assert tab.evaluate(judging.SIDEWAYS) == []
