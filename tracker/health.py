"""Two answers for those who run the site: is the process alive, and can it serve? The second is
also reported when the site starts."""

import sys
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from events.engines import is_standby, let_go, log_holder, replay
from events.log import ClockBehindLog, WrongDerivation, confirm_time, end_of_log
from tracker.servers import OtherPrimary, wrong_server

if settings.ROLE == "all":
    # A reader does not even load what belongs to the desk.
    from events.desk import NO_WORKER, waits_without_worker

# A publication has the lock of the log for some milliseconds. For so many seconds, it is worth
# telling.
LONG = 1.0


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers. It does not ask the database: a restart would not cure
    one that is down."""
    return _answer(200, {"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 if the database answers, has every migration, has tables that this release has derived
    from the log, and has a clock that is not behind the log; otherwise 503 and what is missing:
    `{"status": "not ready", "database": "ok" | "unreachable", "server": "…", "migrations":
    ["app.name", …], "derived": "…", "clock": "…"}`, with the last four only if they are what is
    missing: `server`, why the desk must not write to it.

    Both also have `"publishing": {"application": "…", "pid": …, "state": "…", "seconds": …}` while
    somebody has kept all others from publishing for longer than a second.

    Where background work waits and no worker is there to do it, readers miss nothing but new names:
    that is still 200, with `"work": "…"`.

    A reader also says how far its database is: `{"role": "reader", "seq": 26}`, and on a standby
    `"lag": 0.004`, in seconds, and `"receiving": true`. A standby that has lost its primary is
    ready: it serves what it has.
    """
    try:
        missing = _missing()
        more = {} if missing else _work() | _how_far()
    except Error:
        missing = {"database": "unreachable"}
    if missing:
        return _answer(503, {"status": "not ready"} | missing | _publishing(missing))
    return _answer(200, {"status": "ok"} | _publishing({}) | more)


def warn() -> None:
    """Say in one line on standard error why the site that is starting cannot serve; end it if it
    would write to the wrong server."""
    missing = _missing()
    # The processes that serve are forked from this one, and each needs its own connection.
    let_go(connection)
    if "server" in missing:
        sys.exit(missing["server"])
    if "derived" in missing:
        said = f"{missing['derived']} Until then readers are told to come back later."
    elif "clock" in missing:
        said = missing["clock"]
    elif "migrations" in missing:
        said = "The database lacks migrations. Run `manage.py migrate`."
    elif missing:
        said = "The database does not answer."
    else:
        return
    print(said, file=sys.stderr, flush=True)


def _work() -> dict[str, str]:
    """Whether work waits for a worker; that is not for a reader to see to."""
    if settings.ROLE == "reader":
        return {}
    return {"work": str(NO_WORKER)} if waits_without_worker() else {}


def _missing() -> dict[str, Any]:
    try:
        if server := wrong_server():
            return {"database": "ok", "server": server}
        if migrations := _missing_migrations():
            return {"database": "ok", "migrations": migrations}
        end_of_log()
        confirm_time()
    except OtherPrimary as error:
        return {"database": "ok", "server": str(error)}
    except Error:
        return {"database": "unreachable"}
    except WrongDerivation as error:
        return {"database": "ok", "derived": str(error)}
    except ClockBehindLog as error:
        return {"database": "ok", "clock": str(error)}
    return {}


def _publishing(missing: dict[str, Any]) -> dict[str, Any]:
    """Who has the lock of the log, if that is for long."""
    if missing.get("database") == "unreachable":
        return {}
    try:
        holder = log_holder(connection)
    except Error:
        return {}
    if holder is None or holder.seconds < LONG:
        return {}
    return {"publishing": holder._asdict()}


def _how_far() -> dict[str, Any]:
    if settings.ROLE != "reader":
        return {}
    found: dict[str, Any] = {"role": "reader", "seq": end_of_log()}
    return found | replay(connection)._asdict() if is_standby(connection) else found


def _missing_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, backwards in plan]


def _answer(status: int, content: dict[str, Any]) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
