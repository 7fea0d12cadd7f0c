"""What the door refuses is told at the field, row or list of rows where it can be mended."""

import re

import pytest

from events import desk as the_desk
from events.models import Entry
from tests.publishing.lacking import LACKING


def links(messages):
    return re.findall(r'<a href="([^"#]*)#([^"]+)">', "".join(messages))


@pytest.mark.parametrize(("make", "code", "path"), LACKING)
def test_what_is_missing_leads_to_its_place_on_the_page(desk, make, code, path):
    entry = make()

    desk.act("entry", "publish_selected", entry)

    [(page, place)] = links(desk.messages)
    assert page.partition("?")[0] == desk.url(entry.kind, "change", entry.pk)
    assert f'id="{place}"' in desk.client.get(page).content.decode()


def test_on_the_page_itself_the_link_keeps_what_is_typed_there(record, desk):
    summit = record.summit(publish=False, source=None)

    response = desk.save("summit", summit.pk, "_publish", note_en="A note", one_language="on")

    assert links(desk.messages) == [("", "citations-group")]
    assert 'id="citations-group"' in desk.client.get(response.url).content.decode()


def test_what_editors_write_is_no_markup_in_the_message(record, desk):
    berlin = record.summit("berlin", title_en="<b>Berlin</b>", publish=False)
    paris = record.summit("paris", follows=berlin, publish=False)

    desk.save("summit", paris.pk, "_publish")

    [message] = desk.messages
    assert "It names “&lt;b&gt;Berlin&lt;/b&gt;”, which is not public." in message
    assert Entry.objects.count() == 2


def test_a_draft_that_somebody_deletes_while_it_is_published_is_told_without_a_link(
    record, desk, monkeypatch
):
    lost = record.summit("berlin", title_en="Berlin", publish=False)
    publish_many = the_desk.publish_many

    def deleted_just_before(entries, **options):
        entries = list(entries)
        Entry.objects.get(pk=lost.pk).delete()
        return publish_many(entries, **options)

    monkeypatch.setattr(the_desk, "publish_many", deleted_just_before)
    desk.act("entry", "publish_selected", lost)

    [message] = desk.messages
    assert "<li><strong>Berlin</strong> “Berlin” was deleted in the meantime.</li>" in message
