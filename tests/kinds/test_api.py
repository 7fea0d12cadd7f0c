"""What programs find of a kind: lists at an address of its own, described."""

from typing import Any

from django.test import Client

from events.models import Entry
from events.vocabulary import Kind, Traits


def listed(client: Client, path: str, **params: Any) -> set[tuple[str, str]]:
    response = client.get(f"/api/v1/{path}", params)
    assert response.status_code == 200, response.text
    return {(item["kind"], item["slug"]) for item in response.json()["results"]}


def test_it_has_a_list_of_its_own(client: Client, kind: Kind, traits: Traits, entry: Entry) -> None:
    path = f"{traits.address}/"
    found = listed(client, path)

    assert (kind, kind) in found
    assert {of_kind for of_kind, _slug in found} == {kind}
    assert found == listed(client, "entries/", kind=kind.value)
    assert found < listed(client, "entries/")
    assert client.get("/api/v1/").json()[traits.address].endswith(f"/api/v1/{path}")


def test_one_entry_and_its_versions_are_below_it(
    client: Client, kind: Kind, traits: Traits, entry: Entry
) -> None:
    at = f"/api/v1/{traits.address}/{kind}/"

    assert client.get(at).json()["kind"] == kind
    assert [one["number"] for one in client.get(f"{at}versions/").json()["results"]] == [1]
    by_id = client.get(f"{at}versions/1/")["Location"]
    assert client.get(by_id).json()["document"]["kind"] == kind


def test_it_is_described(client: Client, db: None, kind: Kind, traits: Traits) -> None:
    described = client.get("/api/v1/schema/").json()
    components = described["components"]["schemas"]
    where = "events/documents/shapes/entries.py"

    assert f"/api/v1/{traits.address}/{{name}}/versions/" in described["paths"]
    operation = described["paths"][f"/api/v1/{traits.address}/"]["get"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": f"#/components/schemas/{kind.title()}List"}
    assert f"{kind.title()}List" in components, where
    assert components[kind.title()]["description"], where
    assert components["Entry"]["discriminator"]["mapping"][kind], where


def test_each_of_its_statuses_is_a_filter(
    client: Client, kind: Kind, traits: Traits, entry: Entry
) -> None:
    for status in traits.statuses or ():
        found = listed(client, f"{traits.address}/", status=status.value)
        assert ((kind, kind) in found) == (status == getattr(entry, "status", None))
