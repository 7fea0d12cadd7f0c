"""What a client can take."""

import gzip

import brotli
import pytest

from events.api.negotiating import preferred

JSON, YAML, HTML = "application/json", "application/yaml", "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/json; charset=utf-8", JSON),
        ("application/json;charset=UTF-8", JSON),
        ("application/json; version=1", JSON),
        ("APPLICATION/JSON", JSON),
        ("application/*", JSON),
        ("application/yaml", YAML),
        ("application/yaml, application/json", YAML),
        ("application/json;q=0.5, application/yaml;q=0.4", JSON),
        ("application/json;q=0.4, application/*;q=0.9", YAML),
        ("application/json;q=0, */*", YAML),
        ("text/html, */*;q=0.1", JSON),
        ("text/html, application/yaml;q=0.2, */*;q=0.1", YAML),
        ("application/json;q=much, application/yaml;q=0.1", YAML),
        (" , ,", JSON),
        ("text/html", None),
        ("application/json;q=0", None),
        ("image/*", None),
    ],
)
def test_the_type_that_is_liked_best(accept, expected):
    assert preferred(accept, (JSON, YAML)) == expected


def test_of_one_type_with_a_parameter():
    assert preferred("text/html", (HTML,)) == HTML
    assert preferred("text/html;level=1", (HTML,)) == HTML


@pytest.mark.parametrize("accept", ["application/json; charset=utf-8", "", "text/plain, */*;q=0.8"])
def test_an_answer_to_whom_parameters_matter(get, db, accept):
    assert get("topics/", headers={"Accept": accept}).status_code == 200


@pytest.fixture
def full(record):
    for number in range(20):
        record.development(f"e{number}")


UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("sent", "encoding"),
    [
        ("gzip, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_long_answer_is_compressed_as_the_client_can_take_it(get, sent, encoding):
    plain = get("entries/")

    answer = get("entries/", headers={"Accept-Encoding": sent})

    assert answer.get("Content-Encoding") == encoding
    assert answer["Vary"] == plain["Vary"] == "Accept-Encoding"
    assert int(answer["Content-Length"]) == len(answer.content)
    if encoding:
        assert UNPACKED[encoding](answer.content) == plain.content
        assert len(answer.content) < len(plain.content) / 5
    assert answer["ETag"] == plain["ETag"]


@pytest.mark.usefixtures("full")
def test_other_bytes_have_another_strong_tag_and_all_of_them_are_known(get):
    tags = {
        sent: get("entries/e1/", headers={"Accept-Encoding": sent})["ETag"]
        for sent in ("", "br", "gzip")
    }

    assert tags["br"] == tags[""][:-1] + '+br"'
    assert tags["gzip"] == tags[""][:-1] + '+gzip"'
    for sent, tag in tags.items():
        headers = {"If-None-Match": tag, "Accept-Encoding": sent}
        again = get("entries/e1/", headers=headers)
        assert (again.status_code, again["ETag"]) == (304, tag)
        assert again["Vary"] == "Accept-Encoding"


def test_a_short_answer_is_sent_as_it_is(get, db):
    answer = get("entries/", headers={"Accept-Encoding": "br"})

    assert "Content-Encoding" not in answer
