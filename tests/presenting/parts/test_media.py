"""A link to a video or a document says what it is and where it leads."""

import pytest
from django.utils.translation import override

from events.presenting.parts import WordedMedium, media


def document(**fields):
    medium = {"kind": "video", "url": "https://www.example.org/film", "publisher": "TV"}
    return {"media": [medium | {"title": {"en": "A <film>", "de": "Ein Film"}} | fields]}


def test_it_says_what_it_is_and_where_it_leads():
    assert media(document()) == [
        WordedMedium(
            "A &lt;film&gt;",
            "https://www.example.org/film",
            "TV",
            "Video at example.org, opens another site",
        )
    ]
    with override("de"):
        [found] = media(document(kind="document", publisher=None))
        assert (found.title, found.publisher) == ("Ein Film", "")
        assert found.said == "Dokument bei example.org, führt zu einer anderen Website"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        # Who is named before an @ is no host.
        ("https://example.org@elsewhere.example/film", "elsewhere.example"),
        ("https://sub.example.org:8443/film", "sub.example.org"),
    ],
)
def test_it_names_the_host_to_which_it_really_leads(url, host):
    assert media(document(url=url))[0].said == f"Video at {host}, opens another site"


def test_one_whose_address_was_redacted_leads_nowhere():
    assert media(document(url=None)) == [WordedMedium("A &lt;film&gt;", "", "TV", "Video")]


def test_nothing_but_an_address_of_the_web_is_linked():
    assert media(document(url="javascript:alert(1)"))[0].url == ""
