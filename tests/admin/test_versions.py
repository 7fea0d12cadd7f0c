"""The log on the desk: to look at, and nothing else."""

import json

import pytest

from events import publishing
from events.models import Version


@pytest.fixture
def log(record):
    summit = record.summit(title_de="Gipfel über <Paris>")
    record.development()
    publishing.withdraw(summit, note="Wrong")
    return summit


def test_the_log_is_listed_from_its_end(log, desk):
    page = desk.open("version")

    listed = [(v.seq, v.slug, v.number, v.action) for v in page.context["cl"].result_list]
    assert listed == [
        (3, "meeting", 2, "withdrawn"),
        (2, "event", 1, "published"),
        (1, "meeting", 1, "published"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"action__exact": "withdrawn"}, [3]),
        ({"kind__exact": "development"}, [2]),
        ({"q": "meeting"}, [3, 1]),
        ({"q": "Wrong"}, [3]),
    ],
)
def test_the_log_is_filtered_and_searched(log, desk, query, found):
    assert [v.seq for v in desk.open("version", **query).context["cl"].result_list] == found


def test_the_versions_of_one_entry_are_listed(log, desk):
    page = desk.open("version", entry__id__exact=log.pk)

    assert [version.seq for version in page.context["cl"].result_list] == [3, 1]


def test_a_document_is_shown_readably(log, desk):
    page = desk.open("version", "change", 1).content.decode()

    assert '<pre class="document" dir="ltr" tabindex="0">{\n  &quot;id&quot;' in page
    assert "Gipfel über &lt;Paris&gt;" in page


def test_a_withdrawal_has_no_document(log, desk):
    page = desk.open("version", "change", 3)

    assert page.status_code == 200
    assert "<pre" not in page.content.decode()


@pytest.mark.parametrize("role", ["editor", "superuser"])
def test_nobody_changes_the_log(log, desk_of, role):
    desk = desk_of(role)
    before = list(Version.objects.values())

    assert desk.open("version", "add").status_code == 403
    assert desk.post(desk.url("version", "add"), {"seq": "4"}).status_code == 403
    changed = desk.post(desk.url("version", "change", 1), {"note": "Other"})
    assert changed.status_code == 403
    assert desk.post(desk.url("version", "delete", 1), {"post": "yes"}).status_code == 403
    desk.post(
        desk.url("version", "changelist"),
        {"action": "delete_selected", "_selected_action": [1], "post": "yes"},
    )

    assert list(Version.objects.values()) == before
    assert json.loads(before[0]["document"])["slug"] == "meeting"
