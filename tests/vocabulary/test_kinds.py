"""The table of kinds: what it says of each is whole, in either language, and nobody else's."""

import re

import pytest
from django.db.models import TextChoices
from django.utils.translation import override

from events.vocabulary import OF_EVENTS, TRAITS, Kind, Naming, Role, Tone, Traits

WORDS = ("singular", "plural", "meaning")


@pytest.fixture(params=Kind, ids=str)
def traits(request: pytest.FixtureRequest) -> Traits:
    kind: Kind = request.param
    assert kind in TRAITS, f"events/vocabulary/kinds.py: TRAITS has no row for {kind!r}"
    return TRAITS[kind]


def values(name: str) -> list[str]:
    return [str(getattr(traits, name)) for traits in TRAITS.values()]


def test_every_kind_has_a_row_in_the_order_of_the_kinds() -> None:
    missing = [kind.name for kind in Kind if kind not in TRAITS]

    assert not missing, f"events/vocabulary/kinds.py: TRAITS has no rows for {missing}"
    assert list(TRAITS) == Kind.values


@pytest.mark.parametrize("name", WORDS)
def test_readers_have_words_in_either_language(traits: Traits, name: str) -> None:
    english = str(getattr(traits, name))
    with override("de"):
        german = str(getattr(traits, name))

    assert english != german, f"no German for “{english}”"
    assert english[0].isupper()
    assert german[0].isupper()
    assert english.endswith(".") == (name == "meaning")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", WORDS)
def test_no_two_kinds_are_called_the_same(name: str, language: str) -> None:
    with override(language):
        assert len(set(values(name))) == len(TRAITS)


def test_an_address_is_a_slug_of_its_own(traits: Traits) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", traits.address)
    assert traits.address not in Kind.values
    assert len(set(values("address"))) == len(TRAITS)


def test_a_colour_is_written_as_in_a_style_sheet_and_its_own(traits: Traits) -> None:
    assert re.fullmatch("#[0-9a-f]{6}", traits.colour)
    assert len(set(values("colour"))) == len(TRAITS)


def test_every_kind_has_roles(traits: Traits) -> None:
    assert traits.roles
    assert set(traits.roles) <= set(Role)
    assert len(set(traits.roles)) == len(traits.roles)


def test_every_role_has_a_kind() -> None:
    # Contributors, and who declined, are not chosen: the roll call says who is one.
    of_kinds = {role for traits in TRAITS.values() for role in traits.roles}
    assert of_kinds == set(Role) - {Role.CONTRIBUTOR, Role.DECLINER, Role.FORMER}


def test_every_status_has_a_tone_and_nothing_else_has_one(traits: Traits) -> None:
    statuses: type[TextChoices] | None = traits.statuses

    assert list(traits.tones) == (list(statuses) if statuses else [])
    assert set(traits.tones.values()) <= set(Tone)


def test_every_naming_belongs_to_one_kind_or_to_all_that_is_drawn() -> None:
    namings = [value for name, value in vars(Naming).items() if name.isupper()]
    of_kinds = [
        naming
        for traits in TRAITS.values()
        for link, naming in traits.links.items()
        if link not in OF_EVENTS
    ]

    assert sorted([*of_kinds, *OF_EVENTS.values()]) == sorted(namings)


def test_what_is_drawn_can_contradict_another_entry(traits: Traits) -> None:
    assert (traits.links.items() >= OF_EVENTS.items()) is traits.drawn
