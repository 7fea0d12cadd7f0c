"""An address that is kept as settled has one answer for good, and links never lead elsewhere."""

from typing import Any

import pytest

from events import publishing

STALE = ", stale-while-revalidate=60, stale-if-error=600"
KEPT = f"public, max-age=60, s-maxage=60{STALE}"
SHORT = f"public, max-age=10{STALE}"


def rename(entry: Any, slug: str) -> None:
    entry.slug = slug
    entry.save()
    publishing.publish(entry)


def asked_again(get, path, response):
    return get(path, headers={"If-None-Match": response["ETag"]})


@pytest.mark.parametrize("below", ["entries", "summits"])
def test_a_version_by_a_slug_leads_to_the_one_by_id(get, record, below):
    berlin = record.summit("berlin")

    response = get(f"{below}/berlin/versions/1/", shape="original")

    assert (response.status_code, response["Cache-Control"]) == (308, SHORT)
    address = f"/api/v1/{below}/{berlin.uid}/versions/1/?shape=original"
    assert response["Location"] == address
    assert "ETag" not in response
    # Another spelling of the id is another address.
    assert get(f"{below}/{berlin.uid.hex}/versions/1/").status_code == 308
    assert get(f"{below}/{str(berlin.uid).upper()}/versions/1/").status_code == 308


def test_a_version_by_id_is_settled(get, record):
    berlin = record.summit("berlin")
    path = f"entries/{berlin.uid}/versions/1/"
    response = get(path)

    rename(berlin, "berlin-december")
    record.summit("elsewhere")

    assert (response.status_code, response["Cache-Control"]) == (200, KEPT)
    assert response["ETag"].startswith('"')  # strong: to the byte
    assert get(path).content == response.content
    assert asked_again(get, path, response).status_code == 304


def test_the_same_slug_of_two_entries_in_turn(get, record, slugs_pass_on):
    """As databases of earlier releases have it: an answer is never taken for the other one's."""
    berlin = record.summit("berlin")
    first = get("entries/berlin/versions/1/")
    detail = get("entries/berlin/")
    listed = get("entries/berlin/versions/")
    rename(berlin, "berlin-december")
    news = record.development("berlin")

    second = get("entries/berlin/versions/1/")

    assert first["Location"] == f"/api/v1/entries/{berlin.uid}/versions/1/"
    assert second["Location"] == f"/api/v1/entries/{news.uid}/versions/1/"
    for before, path in ((detail, "entries/berlin/"), (listed, "entries/berlin/versions/")):
        assert before["Cache-Control"].startswith(SHORT)
        assert asked_again(get, path, before).status_code == 200
    assert get(f"entries/{berlin.uid}/versions/1/").json()["document"]["kind"] == "summit"


def test_an_address_is_refused_to_another_entry(get, record):
    berlin = record.summit("berlin")
    record.summit("paris", follows=berlin)
    rename(berlin, "berlin-december")
    news = record.development("berlin", publish=False)

    with pytest.raises(publishing.NotPublishable, match="was the address of “Title of berlin”"):
        publishing.publish(news)

    assert get("summits/paris/").json()["follows"] == {
        "id": str(berlin.uid),
        "slug": "berlin-december",
    }
    assert get("entries/berlin/")["Location"] == "/api/v1/entries/berlin-december/"


def test_addresses_of_versions_are_by_id(get, record):
    berlin = record.summit("berlin")
    rename(berlin, "berlin-december")

    for path in ("entries/berlin", f"entries/{berlin.uid}", "summits/berlin-december"):
        below = path.split("/")[0]
        assert [item["url"] for item in get(f"{path}/versions/").json()["results"]] == [
            f"http://testserver/api/v1/{below}/{berlin.uid}/versions/{number}/" for number in (1, 2)
        ]


def test_the_state_of_one_entry_is_its_own(get, record):
    berlin = record.summit("berlin")
    paths = ("entries/berlin/", "entries/berlin/versions/")
    before = {path: get(path) for path in paths}

    record.summit("elsewhere")
    for path in paths:
        assert asked_again(get, path, before[path]).status_code == 304
        assert get(path)["ETag"] == before[path]["ETag"]

    berlin.title_en = "Corrected"
    berlin.save()
    publishing.publish(berlin)
    for path in paths:
        assert asked_again(get, path, before[path]).status_code == 200
    assert before["entries/berlin/"]["ETag"].startswith('"')

    again = {path: get(path) for path in paths}
    publishing.withdraw(berlin)
    assert asked_again(get, paths[0], again[paths[0]]).status_code == 410
    assert asked_again(get, paths[1], again[paths[1]]).status_code == 200


def test_finding_an_entry_unchanged_costs_one_query(get, record, django_assert_num_queries):
    record.summit("berlin")
    for path in ("entries/berlin/", "entries/berlin/versions/"):
        response = get(path)
        with django_assert_num_queries(1):
            assert asked_again(get, path, response).status_code == 304


def test_the_matrix_names_the_entry_of_a_cell(get, record):
    stand = record.position("stand", date="2026-01-06")

    [cell] = get("matrix/", on="2026-02-01").json()["positions"]

    assert cell["entry"] == {"id": str(stand.uid), "slug": "stand"}
