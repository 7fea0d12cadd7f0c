"""Other names of actors, and identifiers in registers."""

import pytest

from events.models import Alias, Identifier
from tests.models.test_clean import complaints
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

ROR = (
    "An identifier of ROR has nine characters, as in “05dxps055”, the last two of which are check "
    "digits. Please copy it again."
)
CODE = "A code of ISO 3166, as in “DE”, “DEU”, “276”, “GB-SCT” or “YUCS”, in capital letters."


def alias(text, language="", **fields):
    return Alias(actor=record.actor("ukraine"), text=text, language=language, **fields)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Україна", "uk"),
        ("Ukrajina", ""),
        ("UKR", ""),
        ("乌克兰", "zh-Hans-CN"),
        ("أوكرانيا", "ar"),
    ],
)
def test_names_in_any_language_and_script(text, language):
    assert complaints(alias(text, language)) == {}


@pytest.mark.parametrize("tag", ["Ukrainian", "u", "uk_UA", "uk-", "12", "uk UA"])
def test_what_is_no_tag_of_a_language_is_refused(tag):
    assert complaints(alias("Україна", tag))["language"] == [
        "A language tag such as “de”, “uk” or “pt-BR”."
    ]


def test_another_name_differs_from_the_name_itself():
    assert complaints(alias("Ukraine (de)"))["text"] == [
        "This is its name. Another name differs from it."
    ]


@pytest.mark.parametrize("name", ["Poland", "poland", "Poland (de)"])
def test_the_name_of_another_actor_is_refused(name):
    record.actor("poland")
    assert complaints(alias(name))["text"] == [
        "This is the name of another actor, “poland”. Readers would take the one for the other."
    ]


def test_one_name_once():
    record.alias("ukraine", "UKR")
    assert complaints(alias("UKR"))["__all__"] == ["This name is listed already."]


def identifier(scheme, value, url="", actor="ukraine"):
    return Identifier(actor=record.actor(actor), scheme=scheme, value=value, url=url)


def test_identifiers_are_kept_as_their_register_writes_them():
    one = identifier("wikidata", "https://www.wikidata.org/wiki/Q212")
    assert (complaints(one), one.value) == ({}, "Q212")


@pytest.mark.parametrize(
    ("scheme", "value", "url", "wrong"),
    [
        (
            *("wikidata", "Q0x", ""),
            {
                "value": [
                    "An item of Wikidata is Q and a number that begins with no zero, as in “Q212”."
                ]
            },
        ),
        (
            *("ror", "05dxps054", ""),
            {"value": [ROR]},
        ),
        (
            *("iso", "ukraine", ""),
            {"value": [CODE]},
        ),
        (
            *("other", "118540238", ""),
            {"url": ["Of another register, give the address at which it tells of this actor."]},
        ),
        (
            *("wikidata", "Q212", "https://example.org/"),
            {"url": ["The address follows from the identifier. Please leave this empty."]},
        ),
        ("other", "118540238", "https://d-nb.info/gnd/118540238", {}),
    ],
)
def test_what_is_wrong_with_an_identifier(scheme, value, url, wrong):
    assert complaints(identifier(scheme, value, url)) == wrong


def test_two_actors_share_codes_of_states_and_nothing_else():
    identifier("wikidata", "Q212").save()
    identifier("iso", "UA").save()
    assert complaints(identifier("wikidata", "q212", actor="poland"))["value"] == [
        "“Ukraine” has this identifier already: give the one of this actor."
    ]
    assert complaints(identifier("iso", "UA", actor="poland")) == {}


@pytest.mark.parametrize("text", ["österreich", "ÖSTERREICH", "Österreich"])
def test_another_name_is_nobody_elses_name_in_small_letters_or_capitals(text):
    record.actor("austria", name_de="Österreich")
    assert complaints(alias(text))["text"] == [
        "This is the name of another actor, “austria”. Readers would take the one for the other."
    ]


@pytest.mark.parametrize("text", ["österreich", "ÖSTERREICH", "Österreich"])
def test_a_name_is_nobody_elses_other_name_either(text):
    record.alias("austria", "Österreich")
    poland = record.actor("poland")
    poland.name_de = text
    assert complaints(poland)["name_de"] == [f"“{text}” is on file as another name of “Austria”."]


def test_whose_identifier_it_is():
    identifier("wikidata", "Q36", actor="poland").save()
    same = identifier("wikidata", "q36", actor="poland")
    assert complaints(same)["__all__"] == [
        *("This identifier is listed already.", "This identifier is on file already.")
    ]
