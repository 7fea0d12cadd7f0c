"""What documents of shape 2 are told of their domains and formats."""

import pytest

from events.documents.upgrading.shape_3.lists import DOMAINS, FORMATS, carry_lists


@pytest.mark.parametrize("slug", FORMATS)
def test_a_meeting_carries_its_format(slug):
    document = {"kind": "summit", "format": slug}

    carry_lists(document)

    record = {"slug": slug, "name": FORMATS[slug], "description": {}}
    assert document == {"kind": "summit", "format": slug, "format_record": record}


def test_a_commitment_carries_its_domains_and_those_of_what_is_given():
    rows = [{"domain": "money"}, {"domain": None}, {"domain": "air"}]
    document = {"kind": "commitment", "domains": ["sea", "air"], "contributions": rows}

    carry_lists(document)

    assert document == {
        "kind": "commitment",
        "domains": ["sea", "air"],
        "contributions": rows,
        "domain_records": [
            {"slug": slug, "name": DOMAINS[slug], "description": {}}
            for slug in ("air", "sea", "money")
        ],
    }


def test_other_documents_stay_as_they_are():
    document = {"kind": "position", "stance": "supports"}

    carry_lists(document)

    assert document == {"kind": "position", "stance": "supports"}
