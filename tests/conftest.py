import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.template.backends.jinja2 import Template
from django.test import TransactionTestCase
from django.test.signals import template_rendered
from django.utils import translation

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


def pytest_report_header() -> str:
    return f"database: {connection.display_name}"


def pytest_configure() -> None:
    SCRATCH.mkdir(mode=0o700)


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


@pytest.fixture
def slugs_pass_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets an entry take over the slug of another one, as the door of earlier releases did."""
    for place in ("appending", "checks"):
        monkeypatch.setattr(f"events.publishing.{place}.holders", lambda slugs: {})
