"""Two answers for whoever runs the site: does the process live, and can it serve?"""

from typing import Any

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers. It does not ask the database: a restart would not cure
    one that is down."""
    return _answer(200, {"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and has every migration, else 503 and what is missing:
    `{"status": "not ready", "database": "ok" | "unreachable", "migrations": ["app.name", …]}`."""
    try:
        missing = _missing_migrations()
    except Error:
        return _answer(503, {"status": "not ready", "database": "unreachable"})
    if missing:
        return _answer(503, {"status": "not ready", "database": "ok", "migrations": missing})
    return _answer(200, {"status": "ok"})


def _missing_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, backwards in plan]


def _answer(status: int, content: dict[str, Any]) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
