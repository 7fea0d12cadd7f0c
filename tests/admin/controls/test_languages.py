"""The columns of translated fields, and what follows from the language that comes first."""

from events.admin.controls import languages


def test_the_columns_of_a_field_stand_in_the_order_of_the_languages_of_the_site():
    assert languages.columns("title", "summary") == [
        *("title_en", "title_de", "summary_en", "summary_de"),
    ]
    assert languages.row("title") == ("title_en", "title_de")


def test_the_first_column_is_that_of_the_first_language(monkeypatch):
    assert languages.first("title") == "title_en"
    monkeypatch.setattr(languages, "LANGUAGES", ["pt-br", "en"])
    assert languages.first("title") == "title_pt_br"
