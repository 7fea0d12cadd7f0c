import re

import pytest

from events import public, publishing, releases
from events.models import ReleasePiece
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def two():
    gone = record.development("gone", title_en="An event")
    stand = record.position("stand", title_en="France agrees")
    releases.make("v1")
    stand.title_en = "France has agreed"
    stand.save()
    publishing.publish(stand)
    publishing.withdraw(gone)
    record.question("new", title_en="Who pays?")
    releases.make("v2")


def test_the_list_has_the_newest_first_with_what_has_changed(client, two):
    told = text(client, "/en/releases/")

    assert told.index("v2") < told.index("v1")
    assert "Since v1: 1 entry added, 1 changed, 1 withdrawn." in told
    assert "Seit v1: 1 Eintrag hinzugekommen, 1 geändert, 1 zurückgezogen." in text(
        client, "/de/releases/"
    )


def test_without_a_release_it_says_so(client):
    assert "There is no release yet." in text(client, "/en/releases/")


def test_a_release_has_its_files_and_what_has_changed(client, two, django_assert_num_queries):
    client.get("/en/releases/v2/")
    with django_assert_num_queries(5):
        told = text(client, "/en/releases/v2/")

    assert "Changed: France has agreed (Position) title" in told
    assert "Added: Who pays?" in told
    assert "Withdrawn: An event" in told
    digest = next(
        file["sha256"] for file in public.release("v2").files if file["path"] == "matrix.csv"
    )
    assert digest in told


def test_where_nothing_has_changed_the_page_says_so(client, two):
    releases.make("v3")

    assert "Nothing has changed since v2." in text(client, "/en/releases/v3/")


def test_another_release_is_another_page(client, two):
    tag = client.get("/en/releases/").headers["ETag"]
    releases.make("v3")

    response = client.get("/en/releases/", headers={"if-none-match": tag})
    assert response.status_code == 200


def test_latest_leads_to_the_newest(client, two):
    response = client.get("/en/releases/latest/")

    assert (response.status_code, response.url) == (302, "/en/releases/v2/")


@pytest.mark.parametrize("name", ["v9", "V1", "%00", "a%20b"])
def test_an_unknown_release_is_not_found(client, two, name):
    assert client.get(f"/en/releases/{name}/").status_code == 404


def test_while_its_files_are_made_anew_the_page_says_so(client, two):
    ReleasePiece.objects.all().delete()

    assert "being made anew after a redaction" in text(client, "/en/releases/v2/")


def test_a_wrong_place_in_the_list_is_told(client, two):
    assert "“x” is not a whole number" in text(client, "/en/releases/?before=x", 400)
