import pytest
from django.utils import translation

from events import languages


@pytest.mark.parametrize(
    ("activated", "told"), [("de", "de"), ("de-at", "de-at"), ("en", "en"), (None, "en")]
)
def test_somebody_is_told_in_the_active_language_and_else_in_that_of_the_site(
    activated: str | None, told: str
) -> None:
    with translation.override(activated):
        assert languages.active() == told
