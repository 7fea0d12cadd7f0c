"""The database."""

from tracker import databases, environment
from tracker.settings.ground import BASE_DIR, DEBUG, VAR_DIR

LOCAL_DATABASE = "sqlite:///var/db.sqlite3"
DATABASE_URL = (
    environment.text("DATABASE_URL", LOCAL_DATABASE)
    if DEBUG
    else environment.required(
        "DATABASE_URL",
        "Set it to the address of the database, as in “postgres://user:password@host:5432/name” "
        f"or, for a small site on one machine, “{LOCAL_DATABASE}”.",
    )
)
DATABASES = {"default": environment.database("DATABASE_URL", DATABASE_URL, BASE_DIR)}

# The name that `manage.py promoted` has given to the primary: the desk uses no other server.
PRIMARY_ID = environment.text("PRIMARY_ID")
# Where a reader sends whoever has just published, if it has not heard of that after a second.
PRIMARY_URL = environment.origin("PRIMARY_URL")

# Connections that one process keeps open to PostgreSQL and shares among its threads.
# 0: every thread keeps one of its own.
DATABASE_POOL = environment.number("DATABASE_POOL", default=0, lowest=0, highest=1000)

# Whether connections prepare statements that they send again and again. Switch it off behind a
# pooler that hands out connections per transaction.
DATABASE_PREPARE = environment.switch("DATABASE_PREPARE", default=True)

# How many seconds a statement may take, and wait for a lock, while somebody waits for an answer. 0:
# as long as it likes, as behind a pooler that hands out connections per transaction, where the
# role has to have the limits.
STATEMENT_SECONDS = environment.number(
    "STATEMENT_SECONDS", default=5 if DATABASE_PREPARE else 0, lowest=0, highest=600
)

# How many seconds all statements for an answer to a reader may take together. 0: as long as each
# may. The program itself looks at the clock, so that it is told of a server that is frozen, too.
ANSWER_SECONDS = environment.number("ANSWER_SECONDS", default=2, lowest=0, highest=600)

databases.set_up(DATABASES["default"], VAR_DIR, prepare=DATABASE_PREPARE, pool=DATABASE_POOL)

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
