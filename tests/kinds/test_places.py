"""Where a kind has to be: each place by itself, so that all that is missing is named at once."""

import pytest
from django.contrib import admin
from django.db.models import Model

from events.desk import roles
from events.desk.structure import SECTIONS
from events.documents import shapes
from events.models import KINDS
from events.vocabulary import TRAITS, Kind


def names(models: "list[type[Model]]") -> set[str]:
    return {str(model._meta.model_name) for model in models}


def test_it_has_a_row_in_the_table(kind: Kind) -> None:
    assert kind in TRAITS, f"events/vocabulary/kinds.py: TRAITS has no row for {kind}"


def test_it_has_a_model(kind: Kind) -> None:
    assert kind in KINDS, f"events/models/entries.py: no child of Entry has KIND = Kind.{kind.name}"


def test_it_has_a_page_on_the_desk(kind: Kind) -> None:
    assert kind in names(list(admin.site._registry)), f"events/admin/entries.py: no page for {kind}"


def test_files_have_a_section_for_it(kind: Kind) -> None:
    where = "events/desk/structure.py: SECTIONS"

    assert kind in names(list(SECTIONS.values())), f"{where}: none for {kind}"


@pytest.mark.parametrize("group", [roles.EDITORS, roles.CONTRIBUTORS])
def test_a_group_may_write_it(kind: Kind, group: str) -> None:
    wanted = {f"{action}_{kind}" for action in ("view", "add", "change")}

    assert wanted <= roles.ROLES[group], f"events/desk/roles.py: {group} may not write {kind}"


def test_its_documents_have_a_type(kind: Kind) -> None:
    where = "events/documents/shapes/entries.py: KINDS"

    assert kind in shapes.KINDS, f"{where}: no type of {kind}"
