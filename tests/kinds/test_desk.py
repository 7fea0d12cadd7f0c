"""What editors need for a kind: a model, a page, permissions, a section in files."""

from pathlib import Path

import orjson
import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import CASCADE
from django.test import Client
from django.urls import reverse
from modeltranslation.translator import translator

from events import importing, publishing
from events.desk import roles
from events.models import Entry
from events.vocabulary import OF_EVENTS, Kind, Traits
from tests.own_fields import own_fields
from tests.record import Record


def test_the_model_is_called_as_the_kind(kind: Kind, model: type[Entry]) -> None:
    """Permissions and the addresses of the desk are found by that name."""
    assert model._meta.model_name == kind


def test_the_links_of_the_table_are_those_of_the_model(traits: Traits, model: type[Entry]) -> None:
    links = {
        field.name
        for field in own_fields(model)
        if field.is_relation and issubclass(field.related_model, Entry)
    }
    rows = {
        relation.get_accessor_name()
        for relation in model._meta.related_objects
        if relation.related_model is not model
        and relation.on_delete is CASCADE
        and any(
            field.is_relation
            and field is not relation.field
            and issubclass(field.related_model, Entry)
            for field in relation.related_model._meta.fields
        )
    }
    if not traits.drawn:
        rows -= set(OF_EVENTS)
    assert set(traits.links) == links | rows, "events/vocabulary/kinds.py: links"


def test_its_texts_are_written_in_every_language(model: type[Entry]) -> None:
    assert model in translator.get_registered_models()
    fields = {f"{name}_{language}" for name in model.TRANSLATED for language in ("en", "de")}
    assert fields <= {field.name for field in own_fields(model)}


def test_the_desk_has_a_page_for_it_with_a_field_for_each_of_its_own(
    record: Record, kind: Kind, model: type[Entry]
) -> None:
    assert admin.site.is_registered(model), f"events/admin/entries.py: no page for {kind}"
    draft = record.entry(kind, publish=False)
    client = Client()
    client.force_login(User.objects.create_superuser("superuser"))

    for page_name, args in (("changelist", []), ("add", []), ("change", [draft.pk])):
        response = client.get(reverse(f"admin:events_{kind}_{page_name}", args=args))
        assert response.status_code == 200
        if page_name != "changelist":
            missing = [
                field.name
                for field in own_fields(model)
                if field.editable and f'name="{field.name}"' not in response.text
            ]
            assert not missing, f"events/admin/entries.py: {kind}: no place for {missing}"


@pytest.mark.parametrize(
    ("group", "actions"),
    [(roles.EDITORS, "view add change delete"), (roles.CONTRIBUTORS, "view add change")],
)
def test_both_groups_may_write_it(db: None, kind: Kind, group: str, actions: str) -> None:
    roles.ensure()
    permitted = Permission.objects.filter(
        group=Group.objects.get(name=group), codename__endswith=f"_{kind}"
    )
    wanted = {f"{action}_{kind}" for action in actions.split()}

    assert set(permitted.values_list("codename", flat=True)) == wanted, "events/desk/roles.py"


def test_a_file_has_a_section_for_it(
    record: Record, kind: Kind, traits: Traits, model: type[Entry], tmp_path: Path
) -> None:
    record.process(), record.source(), record.topic("force"), record.actor("france")
    needed = {
        field.name: next(value for value, _label in field.choices if value)
        for field in own_fields(model)
        if field.choices and not field.blank and not field.has_default()
    }
    loaded = {
        "processes": ["peace"],
        "title": {"en": "Loaded"},
        "date": "2026-01",
        "topics": ["force"],
        "actors": ["france"],
        "sources": ["report"],
    }
    if kind == Kind.OVERVIEW:
        record.development("event")
        needed["summary"] = {"en": "It [rests on that](event)."}
    if kind == Kind.WALK:
        shown = [record.development(slug) for slug in ("first", "second")]
        needed["steps"] = [
            {"entry": one.slug, "text": {"en": "Look.", "de": "Sieh."}} for one in shown
        ]
    path = tmp_path / "records.yaml"
    path.write_bytes(orjson.dumps({traits.address: {"loaded": loaded | needed}}))

    try:
        [found] = importing.load(path).entries
    except importing.LoadError as error:
        pytest.fail(f"events/desk/structure.py: {error}")
    assert (found.slug, type(found)) == ("loaded", model)
    assert [part.role for part in found.participations.all()] == [traits.roles[0]]
    assert publishing.publish(found).kind == kind
