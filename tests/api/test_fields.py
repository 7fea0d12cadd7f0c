"""Documents with no more than is asked for."""

import pytest


@pytest.fixture
def meeting(record):
    record.part(record.summit("meeting", date="2026-01-06", publish=False), "germany", "host")
    return record.summit("other", date="2026-01-05", actors=["france", "germany"])


@pytest.mark.parametrize("path", ["entries/", "summits/"])
def test_the_members_that_are_asked_for(get, meeting, path):
    answer = get(path, fields="slug,title.en,date.edtf, actors.slug,version.number")

    assert answer.json()["results"] == [
        {
            "slug": "other",
            "title": {"en": "Title of other"},
            "date": {"edtf": "2026-01-05"},
            "actors": [{"slug": "france"}, {"slug": "germany"}],
            "version": {"number": 1},
        }
    ]


def test_all_of_a_member(get, meeting):
    whole = get("entries/other/").json()

    assert get("entries/other/", fields="date,id").json() == {
        "id": whole["id"],
        "date": whole["date"],
    }


def test_in_a_window_each_still_says_whether_it_was_in_it(get, meeting):
    answer = get("entries/", fields="slug", **{"from": "2026-01-05"}).json()

    assert answer["results"] == [{"slug": "other", "when": "certain"}]


def test_what_another_kind_has_is_known_where_entries_of_all_kinds_are(get, meeting):
    assert get("entries/", fields="stance,slug").json()["results"] == [{"slug": "other"}]
    answer = get("summits/", fields="stance")
    assert answer.json()["errors"] == {
        "fields": ["A document has no “stance”. Write members like title or date.edtf."]
    }
