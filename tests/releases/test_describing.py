import zipfile

import frictionless
import orjson
import pytest
from django.test import override_settings

from events import public, releases
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()


@pytest.fixture
def package(tmp_path):
    """The folder of a release, as somebody unpacks it."""
    summit = record.summit("paris", date="2026-01-06", actors=["france"])
    record.cite(summit, "other", quote="=1+1\nand more")
    record.figure(summit, "leaders", 27)
    record.position("stand")
    record.called(record.commitment("promise", domains=["land"]), "poland", stage="announced")
    with override_settings(
        PUBLISHER="The Record",
        LICENCE_NAME="CC BY 4.0",
        LICENCE_URL="https://creativecommons.org/licenses/by/4.0/",
    ):
        release = releases.make("v1")
    file = tmp_path / "v1.zip"
    file.write_bytes(b"".join(public.release_file(release, "v1.zip")))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "v1"


def test_it_is_a_data_package(package):
    report = frictionless.Package(str(package / "datapackage.json")).validate()

    assert report.valid, report.to_summary()


def test_it_says_what_it_is_of_whose_and_under_which_licence(package):
    told = orjson.loads((package / "datapackage.json").read_bytes())

    assert (told["name"], told["version"], told["record"]) == (
        "record-of-diplomacy-v1",
        "v1",
        {"seq": public.last_seq()},
    )
    assert told["created"] == public.timestamp(public.kept().published_at)
    assert told["contributors"] == [{"title": "The Record", "roles": ["publisher"]}]
    assert told["licenses"] == [
        {"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]


def test_columns_have_types(package):
    told = orjson.loads((package / "datapackage.json").read_bytes())
    fields = {
        (resource["name"], field["name"]): field["type"]
        for resource in told["resources"]
        if "schema" in resource
        for field in resource["schema"]["fields"]
    }

    assert fields["summits", "version.seq"] == "integer"
    assert fields["summits", "date.approximate"] == "boolean"
    assert fields["summits", "title.de"] == "string"
    # One for each figure, a line each.
    assert fields["summits", "figures.value"] == "string"
    assert fields["matrix", "ended"] == "boolean"
    assert fields["commitments", "counts.named"] == "integer"
