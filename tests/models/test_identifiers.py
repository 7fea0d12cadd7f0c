"""Addresses and identifiers as people paste them, and what is said of those that are wrong."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from events.models.identifiers import doi, isbn, language_tag, urn, web_address


def refusal(read: Callable[[str], str], typed: str) -> str:
    with pytest.raises(ValidationError) as caught:
        read(typed)
    [message] = caught.value.messages
    return message


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/report",
        "http://adobe_photoshop.es.softonic.example/",
        "http://💩.la",
        "https://münchen.de/rathaus",
        "https://президент.рф/новости?а=б",
        "https://বাংলা.example/খবর",
        "https://xn--mnchen-3ya.de/",
        "https://example.org/@somebody/1",
        "https://example.org/?mail=a@example.org",
        "http://localhost:8000/",
        "https://192.0.2.7:8443/a",
        "https://[2001:db8::1]/a",
        "https://example.org./a",
        "https://web.archive.org/web/2020/http://example.org/a?b=c#d",
        "https://doi.org/10.1000/182",
        "https://_dmarc.example.org/a_(b)'c,d;e",
    ],
)
def test_addresses_are_taken_as_they_are(address: str) -> None:
    assert web_address(f" {address} ") == address


IN_ITS_FIELD = "This is no web address: it belongs in the field “%s”."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("doi:10.1000/182", IN_ITS_FIELD % "DOI"),
        ("DOI: 10.1000/182", IN_ITS_FIELD % "DOI"),
        ("doi.org/10.1000/182", IN_ITS_FIELD % "DOI"),
        ("10.1000/182", IN_ITS_FIELD % "DOI"),
        ("urn:nbn:de:101:1-201102033592", IN_ITS_FIELD % "URN"),
        ("URN:lex:eu:2016", IN_ITS_FIELD % "URN"),
        ("urn:isbn:9783161484100", IN_ITS_FIELD % "ISBN"),
        ("ISBN 978-3-16-148410-0", IN_ITS_FIELD % "ISBN"),
        (
            "www.bbc.com/news/1",
            "An address begins with “https://”. Is it https://www.bbc.com/news/1 ?",
        ),
        ("bbc.com", "An address begins with “https://”. Is it https://bbc.com ?"),
        (
            "/news/1",
            "A web address begins with “https://”, as in https://example.org/report.",
        ),
        (
            "mailto:a@example.org",
            "A web address begins with “https://”, as in https://example.org/report.",
        ),
        (
            "javascript://example.org/%0aalert(1)",
            "“javascript” is no scheme of a web address; these are: http, https.",
        ),
        (
            "ftp://ftp.example.org/treaty.pdf",
            "“ftp” is no scheme of a web address; these are: http, https.",
        ),
        *(
            (
                wrong,
                "An address with a name or a password is public, too: take out all before “@”.",
            )
            for wrong in ("https://user:pw@example.org/", "HTTPS://me@example.org")
        ),
        (
            "https://example.org/a b",
            "An address cannot have a space in it; write %20 instead.",
        ),
        (
            "https://example.org/<b>",
            "The character “<” cannot be part of an address.",
        ),
        *(
            (wrong, "The name of the host is wrong; it is as in https://example.org/report.")
            for wrong in (
                "https://",
                "https:///report",
                "https://nowhere/a",
                "https://example..org/",
                "https://-a.org/",
                "https://a-.org/",
                "https://example.org:99999/",
                "https://[::1/",
                f"https://{'a' * 64}.org/",
                f"https://{'a.' * 130}org/",
                "https://exa!mple.org/",
            )
        ),
    ],
)
def test_what_is_no_address_is_told_where_it_belongs(typed: str, said: str) -> None:
    assert refusal(web_address, typed) == said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10.1000/182", "10.1000/182"),
        ("doi:10.1000/182", "10.1000/182"),
        ("DOI: 10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1038/s41586-020-2649-2", "10.1038/s41586-020-2649-2"),
        ("doi.org/10.1000/182", "10.1000/182"),
        ("10.1000.10/123456", "10.1000.10/123456"),
        ("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",) * 2,
        ("10.5281/zenodo.4018965", "10.5281/zenodo.4018965"),
    ],
)
def test_a_doi_is_kept_without_what_leads_to_it(typed: str, kept: str) -> None:
    assert doi(typed) == kept


@pytest.mark.parametrize("typed", ["10.1000", "10/182", "11.1000/182", "10.1000/", "10.1/x", "x"])
def test_what_is_no_doi_is_shown_one(typed: str) -> None:
    message = "A DOI begins with “10.”, a number and a slash, as in 10.1000/182."
    assert refusal(doi, typed) == message


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("978-3-16-148410-0", "978-3-16-148410-0"),
        ("9783161484100", "9783161484100"),
        ("978 3 16 148410 0", "978-3-16-148410-0"),
        ("978\u20113\u201116\u2011148410\u20110", "978-3-16-148410-0"),
        ("ISBN 978-3-16-148410-0", "978-3-16-148410-0"),
        ("ISBN-13: 978-3-16-148410-0", "978-3-16-148410-0"),
        ("urn:isbn:0451450523", "0451450523"),
        ("0-8044-2957-x", "0-8044-2957-X"),
        ("979-10-90636-07-1", "979-10-90636-07-1"),
    ],
)
def test_an_isbn_keeps_its_hyphens(typed: str, kept: str) -> None:
    assert isbn(typed) == kept


@pytest.mark.parametrize("typed", ["978-3-16-148410-1", "0-8044-2957-1", "0451450524"])
def test_a_mistyped_digit_of_an_isbn_is_noticed(typed: str) -> None:
    message = "The check digit at the end of this ISBN is wrong: a digit is mistyped."
    assert refusal(isbn, typed) == message


@pytest.mark.parametrize("typed", ["978", "1234567890123", "97831614841000", "a", "X804429570"])
def test_what_is_no_isbn_is_told_what_one_has(typed: str) -> None:
    assert refusal(isbn, typed) == (
        "An ISBN has ten digits, or thirteen that begin with 978 or 979, as in 978-3-16-148410-0."
    )


@pytest.mark.parametrize(
    "typed",
    [
        "urn:nbn:de:101:1-201102033592",
        "URN:ISSN:0167-6423",
        "urn:lex:eu:council:directive:2010-03-09;2010-19-UE",
        "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
        "urn:example:a/b%2Fc?+res?=q=1#part",
    ],
)
def test_a_urn_has_the_form_of_rfc_8141(typed: str) -> None:
    assert urn(typed) == typed


@pytest.mark.parametrize(
    "typed", ["urn:", "urn:nbn", "urn:nbn:", "nbn:de:1", "urn:a:b", "urn:-ab:c", "urn:nbn:a b", "x"]
)
def test_what_is_no_urn_is_shown_one(typed: str) -> None:
    message = "A URN has three parts, as in urn:nbn:de:101:1-201102033592."
    assert refusal(urn, typed) == message


@pytest.mark.parametrize(
    "tag",
    ["de", "uk", "pt-BR", "zh-Hant-TW", "es-419", "sl-rozaj", "de-1996", "zh-yue", "en-x-a", "qqx"],
)
def test_tags_of_languages_have_the_form_of_bcp_47(tag: str) -> None:
    assert language_tag(tag) == tag


@pytest.mark.parametrize("tag", ["German", "d", "de_AT", "de-", "DE", "de-a", "de AT", ""])
def test_what_is_no_tag_is_shown_one(tag: str) -> None:
    assert refusal(language_tag, tag) == "A language tag such as “de”, “uk” or “pt-BR”."


def test_it_is_all_said_in_german_too() -> None:
    with override("de"):
        assert refusal(web_address, "www.bbc.com/news") == (
            "Eine Adresse beginnt mit „https://“. Ist es https://www.bbc.com/news ?"
        )
        assert refusal(web_address, "urn:nbn:de:1") == (
            "Das ist keine Webadresse: Es gehört in das Feld „URN“."
        )
