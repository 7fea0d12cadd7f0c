import pytest

from events import public, releases
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()


@pytest.fixture
def two():
    record.position("stand")
    releases.make("v1")
    record.question("new")
    releases.make("v2")


def test_the_list_has_the_newest_first(client, two):
    body = client.get("/api/v1/releases/").json()

    assert [one["name"] for one in body["results"]] == ["v2", "v1"]
    newest, first = body["results"]
    assert (newest["previous"], first["previous"]) == ("v1", None)
    assert newest["changed"] == {"added": 1, "changed": 0, "withdrawn": 0}
    assert (first["changed"], first["seq"], newest["seq"]) == (None, 1, 2)
    assert newest["time"] == public.timestamp(public.kept().published_at)
    assert "seq" not in body


def test_it_is_read_page_by_page(client, two):
    first = client.get("/api/v1/releases/?limit=1").json()
    last = client.get(first["next"]).json()

    assert [one["name"] for one in first["results"] + last["results"]] == ["v2", "v1"]
    assert last["next"] is None


def test_a_release_with_the_addresses_of_its_files(client, two):
    body = client.get("/api/v1/releases/v1/").json()

    url = next(file["url"] for file in body["files"] if file["path"] == "matrix.csv")
    assert url == "http://testserver/releases/v1/matrix.csv"
    assert client.get("/api/v1/releases/latest/").json()["name"] == "v2"


def test_another_release_is_another_answer(client, two):
    tag = client.get("/api/v1/releases/").headers["ETag"]
    assert client.get("/api/v1/releases/", headers={"if-none-match": tag}).status_code == 304
    releases.make("v3")

    assert client.get("/api/v1/releases/", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("name", ["v9", "%00", "V1"])
def test_an_unknown_release_is_not_found(client, two, name):
    response = client.get(f"/api/v1/releases/{name}/")

    assert (response.status_code, response.headers["Content-Type"]) == (
        404,
        "application/problem+json",
    )


def test_it_takes_no_filters(client, two):
    assert client.get("/api/v1/releases/?year=2026").status_code == 400
    assert client.get("/api/v1/releases/v1/?as_of=2026-01-06").status_code == 400
