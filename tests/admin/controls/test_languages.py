"""The columns of translated fields, and what follows from the language that comes first."""

import pytest
from django.contrib.admin import site

from events.admin.controls import languages
from events.models import Actor, Commitment, Measure, Process, Topic


def test_the_columns_of_a_field_stand_in_the_order_of_the_languages_of_the_site():
    assert languages.columns("title", "summary") == [
        *("title_en", "title_de", "summary_en", "summary_de"),
    ]
    assert languages.row("title") == ("title_en", "title_de")


def test_the_first_column_is_that_of_the_first_language(monkeypatch):
    assert languages.first("title") == "title_en"
    monkeypatch.setattr(languages, "LANGUAGES", ["pt-br", "en"])
    assert languages.first("title") == "title_pt_br"


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Commitment, "title"),
        (Actor, "name"),
        (Topic, "name"),
        (Process, "name"),
        (Measure, "name"),
    ],
)
def test_a_short_name_is_suggested_in_the_first_language(model, field):
    suggested = site.get_model_admin(model).prepopulated_fields

    assert {slug: list(sources) for slug, sources in suggested.items()} == {
        "slug": [languages.first(field)]
    }
