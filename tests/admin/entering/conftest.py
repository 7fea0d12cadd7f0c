import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from tests.admin.entering.factors import PASSWORD


@pytest.fixture(autouse=True)
def _no_code_is_used_yet() -> None:
    cache.clear()


@pytest.fixture
def editor(db) -> User:
    return User.objects.create_superuser("editor", "editor@example.org", PASSWORD)
