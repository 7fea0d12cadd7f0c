"""Two answers for those who run the site: is the process alive, and can it serve? The second is
also reported when the site starts."""

import sys
from typing import Any

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from events.engines import let_go
from events.log import WrongDerivation, end_of_log


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers. It does not ask the database: a restart would not cure
    one that is down."""
    return _answer(200, {"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 if the database answers, has every migration, and has tables that this release has
    derived from the log; otherwise 503 and what is missing: `{"status": "not ready", "database":
    "ok" | "unreachable", "migrations": ["app.name", …], "derived": "…"}`, with the last two only if
    they are what is missing.
    """
    missing = _missing()
    if missing:
        return _answer(503, {"status": "not ready"} | missing)
    return _answer(200, {"status": "ok"})


def warn() -> None:
    """Say in one line on standard error why the site that is starting cannot serve."""
    missing = _missing()
    # The processes that serve are forked from this one, and each needs its own connection.
    let_go(connection)
    if "derived" in missing:
        said = f"{missing['derived']} Until then readers are told to come back later."
    elif "migrations" in missing:
        said = "The database lacks migrations. Run `manage.py migrate`."
    elif missing:
        said = "The database does not answer."
    else:
        return
    print(said, file=sys.stderr, flush=True)


def _missing() -> dict[str, Any]:
    try:
        if migrations := _missing_migrations():
            return {"database": "ok", "migrations": migrations}
        end_of_log()
    except Error:
        return {"database": "unreachable"}
    except WrongDerivation as error:
        return {"database": "ok", "derived": str(error)}
    return {}


def _missing_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, backwards in plan]


def _answer(status: int, content: dict[str, Any]) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
