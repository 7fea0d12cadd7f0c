import shutil
import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.template.backends.jinja2 import Template
from django.test import TransactionTestCase
from django.test.signals import template_rendered
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from events.public.versions import kept
from events.views import front
from events.views.frame import validators
from tests.beginning import begin
from tests.settings import SCRATCH

# Each query answers with pairs: a statement that lifts a trigger and one that puts it back.
TRIGGERS = {
    "postgresql": """
        SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
               format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                      CASE tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, tgname)
        FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')""",
    "sqlite": """
        SELECT 'DROP TRIGGER "' || name || '"', sql FROM sqlite_master WHERE type = 'trigger'""",
}


# In seconds; in UTC, which is the zone of the site in tests.
DAY = 24 * 60 * 60
LAST_MINUTE = 60

# Every run tries the same examples, in whatever time they take: what is refused here is refused
# everywhere. `make test ARGS=--hypothesis-profile=explore` tries others, until one fails.
PATIENT: dict[str, Any] = {
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow],
}
hypothesis.register_profile("same", derandomize=True, **PATIENT)
hypothesis.register_profile("explore", max_examples=1000, print_blob=True, **PATIENT)
hypothesis.load_profile("same")


def pytest_report_header() -> str:
    return f"database: {connection.display_name}"


def pytest_configure() -> None:
    SCRATCH.mkdir(mode=0o700)


def pytest_runtest_setup() -> None:
    """No day ends during a test: many ask for today and compare what they get with what is of
    today, too."""
    left = DAY - time.time() % DAY
    if left < LAST_MINUTE:
        time.sleep(left)


def pytest_unconfigure() -> None:
    shutil.rmtree(SCRATCH, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def emptying_tables_after_transactional_tests() -> Iterator[None]:
    """Lets Django empty the tables after a transactional test, though triggers forbid it, and
    fills those again that migrations fill.

    During the test itself the triggers stand.
    """
    empty_tables = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def lift_triggers_and_empty_tables(case: TransactionTestCase) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(TRIGGERS[connection.vendor])
            triggers = cursor.fetchall()
            for lift, _ in triggers:
                cursor.execute(lift)
            empty_tables(case)
            begin()
            for _, restore in triggers:
                cursor.execute(restore)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lift_triggers_and_empty_tables)
        yield


@pytest.fixture(autouse=True, scope="session")
def addresses_of_a_whole_site() -> None:
    """Which addresses there are is settled when they are loaded, by the role of the site: not by
    the first test that happens to ask for one, which may have given it another role."""
    import_module(settings.ROOT_URLCONF)


@pytest.fixture(autouse=True, scope="session")
def contexts_for_the_client() -> Iterator[None]:
    """The test client keeps the contexts of Django's own templates only, unless it is told."""
    render = Template.render

    def telling(self: Any, context: Any = None, request: Any = None) -> Any:
        template_rendered.send(sender=self, template=self, context=context or {})
        return render(self, context, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", telling)
        yield


@pytest.fixture(autouse=True)
def no_language_left_from_the_test_before() -> Iterator[None]:
    """A request of the test client leaves its language behind."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def nothing_remembered_from_the_test_before() -> Iterator[None]:
    """A process remembers by the number of the last version what it has made of the record, and
    the records of two tests can have as many."""
    yield
    validators._memory.pages.clear()
    kept._last_event.cache_clear()
    front._now.cache_clear()


@pytest.fixture
def slugs_pass_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets an entry take over the slug of another one, as the door of earlier releases did."""
    for place in ("appending", "checks"):
        monkeypatch.setattr(f"events.publishing.{place}.holders", lambda slugs: {})
