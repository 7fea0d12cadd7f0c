"""What is on file already is shown before it is made a second time."""

import pytest

from events.models import Actor, Source, Topic
from tests.admin.desk import errors


def test_a_second_record_of_a_name_is_asked_about_and_made_when_it_is_another(record, desk):
    germany = record.actor("germany")
    values = {"name_en": "GERMANY", "kind": "organisation", "slug": "germany-club"}

    response = desk.save("actor", **values)

    [said] = errors(response)["__all__"]
    assert said == (
        f'This is on file already: <a href="/admin/events/actor/{germany.pk}/change/">Germany</a> '
        "(Country, DE). If yours is another one, tick “it is another one” and save again."
    )
    assert 'name="another"' in response.text
    assert Actor.objects.count() == 1

    desk.save("actor", **values, another="on")
    assert set(Actor.objects.values_list("slug", flat=True)) == {"germany", "germany-club"}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/report",
        "https://www.example.org/report?utm_source=mail",
        "http://example.org/report/",
        "https://EXAMPLE.org/report#page",
    ],
)
def test_one_page_is_one_source_however_its_address_is_spelt(record, desk, address):
    source = record.source("first")
    Source.objects.filter(pk=source.pk).update(url="https://www.example.org/report")
    values = {"title": "Another title", "language": "en", "url": address}

    assert "On file" not in str(errors(desk.save("source", **values)))
    assert list(errors(desk.save("source", **values))) == ["__all__"]
    assert Source.objects.count() == 1


def test_a_record_is_not_asked_about_itself_nor_for_what_was_not_changed(record, desk):
    first, second = record.topic("grain"), record.topic("oil")
    Topic.objects.filter(pk=second.pk).update(name_en=first.name_en)

    assert desk.save("topic", first.pk, name_en=first.name_en.upper()).status_code == 200
    assert desk.save("topic", first.pk, description_en="What grows.").status_code == 302
    assert desk.save("topic", second.pk, name_en="Oil").status_code == 302
    assert desk.save("topic", second.pk, name_en="OIL").status_code == 302
