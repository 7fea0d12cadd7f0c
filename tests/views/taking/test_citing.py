import pytest

from events import publishing

BASE = "/en/entries/promise/versions"


@pytest.mark.parametrize(
    ("form", "content_type", "said"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@misc{promise-v1,"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "ID  - promise-v1"),
        ("json", "application/vnd.citationstyles.csl+json; charset=utf-8", '"id": "promise-v1"'),
    ],
)
def test_a_version_can_be_cited_by_programs(client, site, form, content_type, said):
    response = client.get(f"{BASE}/1/citation.{form}")

    assert (response.status_code, response["Content-Type"]) == (200, content_type)
    assert response["Content-Disposition"] == f'attachment; filename="promise-v1.{form}"'
    assert said in response.text
    assert "http://testserver/en/entries/promise/versions/1/" in response.text
    assert "Title of promise" in response.text
    assert "corrected" not in response.text


def test_the_newest_version_is_cited_with_its_number(client, site):
    response = client.get(f"{BASE}/2/citation.bib")

    assert "version = {2}" in response.text
    assert "corrected" in response.text


@pytest.mark.parametrize(
    "path",
    [
        "promise/versions/3/citation.bib",
        "promise/versions/1/citation.doc",
        "nothing/versions/1/citation.bib",
        "gone/versions/2/citation.bib",
    ],
)
def test_what_is_not_there_cannot_be_cited(client, site, path):
    assert client.get(f"/en/entries/{path}").status_code == 404


def test_what_was_withdrawn_can_be_cited_as_it_was(client, site):
    assert client.get("/en/entries/gone/versions/1/citation.ris").status_code == 200


def test_a_citation_names_the_address_of_its_version(client, site):
    site.promise.slug = "promise-2025"
    site.promise.save()
    publishing.publish(site.promise)

    response = client.get("/en/entries/promise-2025/versions/1/citation.bib")

    assert "http://testserver/en/entries/promise/versions/1/" in response.text
    assert client.get("/en/entries/promise/versions/1/").status_code == 200
