"""Flags stand before the names of states that have a code today, and in pages only."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import format_html

from events.presenting.wording import flagged, flagged_by_code, joined, text
from events.vocabulary import assigned_codes

FLAGS = Path(settings.BASE_DIR, "static", "flags")
FRANCE = text({"en": "France"})
OF_FRANCE = (
    '<span class="flagged"><img class="flag" src="/static/flags/fr.svg" alt="" width="18" '
    'height="12" loading="lazy"><span>'
)


def actor(code, kind="country"):
    return {"kind": kind, "country": code}


def test_a_state_has_its_flag_in_a_page_and_none_as_a_string():
    name = flagged(FRANCE, actor("FR"))

    assert format_html("{}", name) == f"{OF_FRANCE}France</span></span>"
    assert (str(name), name.plain, name.language) == ("France", "France", None)


@pytest.mark.parametrize(
    "who",
    [
        actor(None),
        actor("SU"),  # withdrawn
        actor("YUCS"),  # of a former state
        actor("GB-SCT"),  # of a part of a state
        actor("XK"),  # in use, and not assigned
        actor("FR", "person"),  # who speaks for a state
        actor(None, "organisation"),
        None,
    ],
)
def test_who_has_none(who):
    assert format_html("{}", flagged(FRANCE, who)) == "France"


def test_several_names_in_a_line_keep_their_flags():
    line = joined([flagged_by_code(FRANCE, "FR"), text({"en": "NATO"})], " · ")

    assert format_html("{}", line) == f"{OF_FRANCE}France</span></span> · NATO"
    assert str(line) == "France · NATO"
    assert format_html("{}", joined([line, text({"en": "force"})], ": ")) == (
        f"{OF_FRANCE}France</span></span> · NATO: force"
    )


def test_a_name_is_escaped_and_keeps_its_language():
    name = flagged_by_code(text({"uk": "<Франція>"}), "FR")

    shown = f'{OF_FRANCE}<bdi lang="uk">&lt;Франція&gt;</bdi></span></span>'
    assert (format_html("{}", name), name.language) == (shown, "uk")


def test_there_is_a_file_for_every_code_and_no_other():
    files = {file.stem.upper() for file in FLAGS.glob("*.svg")}

    assert files == assigned_codes()
    assert {file.name for file in FLAGS.iterdir()} - {f"{code.lower()}.svg" for code in files} == {
        "LICENSE"
    }


def test_files_are_small_and_say_nothing_but_their_shapes():
    texts = {file.name: file.read_text("utf-8") for file in FLAGS.glob("*.svg")}

    # Whatever could load something or run, and a style that the site's policy would refuse.
    odd = re.compile(
        r"<script|<style|<image|style=|href|\bon\w+=|@import|url\((?!#)", re.IGNORECASE
    )
    assert {name for name, said in texts.items() if odd.search(said)} == set()
    assert max(map(len, texts.values())) < 6_000
    assert sum(map(len, texts.values())) < 170_000
