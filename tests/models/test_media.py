"""What a link to a video or a document can be."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Medium
from events.vocabulary import MediumKind
from tests.record import Record

pytestmark = pytest.mark.django_db


def medium(**fields):
    entry = Record().development("event", publish=False)
    given = {"url": "https://example.org/film", "title_en": "Film"} | fields
    return Medium(entry=entry, **given)


def test_an_address_is_kept_as_it_was_typed_without_the_space_around_it():
    film = medium(url="  HTTPS://Example.org/a?b=c#d ", title_de="Film")
    film.full_clean()

    assert (film.url, film.kind) == ("HTTPS://Example.org/a?b=c#d", MediumKind.VIDEO)
    assert str(film) == "Film"


@pytest.mark.parametrize(
    ("fields", "place", "said"),
    [
        ({"url": "http://example.org/film"}, "url", "begins with “https://”"),
        ({"url": "ftp://example.org/film"}, "url", "“ftp” is no scheme of a web address"),
        ({"url": "javascript:alert(1)"}, "url", "begins with “https://”"),
        ({"url": "data:text/html,hello"}, "url", "begins with “https://”"),
        ({"url": "example.org/film"}, "url", "Is it https://example.org/film ?"),
        ({"url": "https://example.org/a b"}, "url", "cannot have a space"),
        ({"url": "https://"}, "url", "name of the host is wrong"),
        ({"url": ""}, "url", "cannot be blank"),
        ({"url": "https://example.org/" + "a" * 1000}, "url", "at most 1000 characters"),
        ({"title_en": ""}, "title_en", "Say in one language at least"),
        ({"title_en": "a\x00b"}, "title_en", "U+0000"),
        ({"kind": "game"}, "kind", "not a valid choice"),
    ],
)
def test_what_it_cannot_be(fields, place, said):
    with pytest.raises(ValidationError) as found:
        medium(**fields).full_clean()

    assert said in " ".join(found.value.message_dict[place])
