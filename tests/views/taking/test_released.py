import pytest

from events import public, publishing, releases
from events.models import ReleasePiece
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()


@pytest.fixture
def release():
    record.position("stand")
    return releases.make("v1")


def facts(release, path):
    return next(file for file in release.files if file["path"] == path)


def test_a_file_is_sent_as_it_is(client, release):
    response = client.get("/releases/v1/matrix.csv")

    told = facts(release, "matrix.csv")
    body = b"".join(response.streaming_content)
    assert (response.status_code, len(body)) == (200, told["bytes"])
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="v1-matrix.csv"'
    assert response.headers["ETag"] == f'"{told["sha256"]}"'
    assert response.headers["Record-Seq"] == str(release.seq)
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("tag", ["{}", "W/{}", '"x", {}', "*"])
def test_who_has_it_is_told_that_nothing_has_changed(client, release, tag):
    condition = tag.format(f'"{facts(release, "matrix.csv")["sha256"]}"')

    response = client.get("/releases/v1/matrix.csv", headers={"if-none-match": condition})

    assert (response.status_code, response.content) == (304, b"")


def test_publishing_changes_no_file(client, release):
    tag = client.get("/releases/v1/matrix.csv").headers["ETag"]
    publishing.withdraw(record.position("other"))

    assert client.get("/releases/v1/matrix.csv").headers["ETag"] == tag


def test_latest_leads_to_the_file_of_the_newest(client, release):
    response = client.get("/releases/latest/matrix.csv")

    assert (response.status_code, response.url) == (302, "/releases/v1/matrix.csv")


@pytest.mark.parametrize(
    "address", ["v1/nothing.csv", "v2/matrix.csv", "v1/../v1/matrix.csv", "v1/%00", "%00/x"]
)
def test_what_is_not_there_is_not_found(client, release, address):
    assert client.get(f"/releases/{address}").status_code == 404


def test_the_head_of_a_file_alone(client, release):
    response = client.head("/releases/v1/v1.zip")

    assert response.headers["Content-Length"] == str(facts(release, "v1.zip")["bytes"])
    assert b"".join(response.streaming_content) == b""


def test_after_a_redaction_the_older_file_is_gone(client, release):
    ReleasePiece.objects.all().delete()

    response = client.get("/releases/v1/matrix.csv")

    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert response.headers["Cache-Control"] == "no-store"


def test_an_empty_file_is_a_file(client, release):
    releases.make("v2")

    response = client.get("/releases/v2/differences.ndjson")
    assert (response.status_code, b"".join(response.streaming_content)) == (200, b"")


def test_lines_are_read_across_pieces(release):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("events.releases.making.PIECE", 7)
        record.question("new")
        made = releases.make("v2")

    lines = list(public.release_lines(made, "SHA256SUMS"))
    assert [line.partition(b"  ")[2].decode() for line in lines] == [
        file["path"] for file in made.files[:-2]
    ]
