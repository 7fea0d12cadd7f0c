"""What is not published is nowhere in the API."""

import re

import pytest

from events import publishing
from events.models import Entry
from tests.api.addresses import ADDRESSES, TEMPLATES, filled, publish_everything

# A word that only unpublished material has.
SECRET = "classified"


@pytest.fixture
def desk(record):
    """A record in which everything is published, and beside it drafts of every kind."""
    publish_everything(record)
    record.person(f"{SECRET}-person", represents="poland")
    names = {"topics": [f"{SECRET}-topic"], "actors": [f"{SECRET}-person"], "publish": False}
    names |= {"process": f"{SECRET}-process", "source": f"{SECRET}-source"}
    for make in (record.summit, record.commitment, record.development, record.question):
        make(f"{SECRET}-{make.__name__}", **names)
    record.position(
        f"{SECRET}-position", holder=f"{SECRET}-actor", topic=f"{SECRET}-topic", publish=False
    )
    # An entry that is public, with changes on the desk that are not.
    entry = Entry.objects.get(slug="event")
    entry.slug, entry.title_en = f"{SECRET}-event", f"{SECRET} event"
    entry.summary_de = entry.date_label_en = SECRET
    entry.save()
    record.part(entry, f"{SECRET}-other", "involved")
    record.figure(entry, f"{SECRET}-measure", 5)
    record.cite(entry, f"{SECRET}-citation")
    topic = record.topic("force")
    topic.name_en = f"{SECRET} name"
    topic.save()
    return record


def test_drafts_are_in_no_answer(get, desk, subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            response = get(path)
            assert response.status_code == 200
            assert SECRET not in response.content.decode()


def test_drafts_have_no_address(get, desk, subtests):
    slugs = [*Entry.objects.filter(slug__startswith=SECRET).values_list("slug", flat=True)]
    uids = [*Entry.objects.filter(versions=None).values_list("uid", flat=True)]
    names = [f"{SECRET}-{name}" for name in ("person", "actor", "topic", "process", "source")]
    for template in TEMPLATES:
        # A release is called as somebody has called it.
        if "<" not in template or "<str:release>" in template:
            continue
        for name in [*slugs, *uids, *names]:
            with subtests.test(f"{template} {name}"):
                assert get(filled(template, str(name))).status_code == 404


def test_drafts_are_not_found_by_filters(get, slugs, desk):
    assert slugs(q=SECRET) == []
    for name, value in (("actor", "person"), ("topic", "topic"), ("process", "process")):
        # As if it did not exist at all.
        unknown = get("entries/", **{name: "no-such-name"})
        answer = get("entries/", **{name: f"{SECRET}-{value}"})
        assert answer.status_code == unknown.status_code == 400
        said = answer.content.decode().replace(f"{SECRET}-{value}", "no-such-name")
        assert said == unknown.content.decode()


def test_who_published_is_nobodys_business(get, record, django_user_model, subtests):
    editor = django_user_model.objects.create_user("jane-doe", "jane@example.org")
    publishing.publish(record.position(publish=False), by=editor)
    publishing.withdraw(record.summit("meeting"), by=editor, note="Wrong.")
    for path in ("entries/", "entries/stand/", "entries/stand/versions/", "changes/", "actors/"):
        with subtests.test(path):
            assert not re.search("jane|published_by", get(path).content.decode())


def test_a_withdrawn_entry_is_in_no_list(get, slugs, record):
    entry = record.position("stand", holder="france", topic="force")
    publishing.withdraw(entry, note="Wrong.")

    assert slugs() == slugs("positions/") == slugs("actors/") == slugs("topics/") == []
    assert slugs(q="stand") == []
    assert get("matrix/").json()["positions"] == []
    # It stays in the log, which is what says that it was there and is no longer.
    changes = get("changes/").json()["results"]
    assert [(change["action"], bool(change["document"])) for change in changes] == [
        ("published", True),
        ("withdrawn", False),
    ]
