"""How a process of the site talks to its database."""

from pathlib import Path
from typing import Any


def set_up(database: dict[str, Any], var: Path, *, prepare: bool, pool: int) -> None:
    """Add to what Django knows of a database, which is its address, how it is to be used.

    `var`: the folder of a file of SQLite, which is made; `prepare`: whether statements are prepared
    that are sent again and again; `pool`: how many connections the threads share; 0: each has its
    own.
    """
    if database["ENGINE"] == "django.db.backends.sqlite3":
        var.mkdir(exist_ok=True)
        database["OPTIONS"] = {
            # A transaction that starts by reading and then writes cannot wait for another writer:
            # SQLite refuses it at once. One that announces itself waits, up to the timeout.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
        }
        database["CONN_MAX_AGE"] = None
        return
    options = database.setdefault("OPTIONS", {})
    # Without a limit, a process waits minutes for a server that is gone. The shortest there is.
    options.setdefault("connect_timeout", 2)
    # What others see in the server's list of sessions, and `readyz` of who keeps the log locked.
    options.setdefault("application_name", "tracker")
    if prepare:
        # A statement without parameters keeps its plan, which saves a quarter of the time of a
        # list. One with parameters is planned each time: an actor may be in every third entry or in
        # few.
        options["server_side_binding"] = True
        options["prepare_threshold"] = 5
        # Starting a parallel worker takes the server longer than finding any answer. Pages that are
        # read out of order cost what others do, being in memory or on a disk without moving parts:
        # at the server's default, a topic of 400 entries among 100,000 is looked for along the
        # whole list instead of by its index, which takes ten times as long.
        options["options"] = (
            "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0"
            " -c random_page_cost=1.1"
        )
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 2.5}
    else:
        database["CONN_MAX_AGE"] = 600
