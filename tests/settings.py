"""The settings under which the tests run: the site's own, made quick and independent of the
environment. `TEST_DATABASE_URL` names the database server; without it, it is SQLite in a file,
because a database in memory has neither WAL nor waiting."""

import os
import tempfile
import uuid
from pathlib import Path

# Only named here, because mypy reads this file too; `conftest.py` makes it and removes it.
SCRATCH = Path(tempfile.gettempdir()) / f"tracker-tests-{uuid.uuid4()}"

for name in ("ANSWER_SECONDS", "COSTLY_AT_ONCE", "HEALTH_PORT", "STATEMENT_SECONDS", "THREADS"):
    os.environ.pop(name, None)
for name in ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASE_POOL", "DATABASE_PREPARE"):
    os.environ.pop(name, None)
for name in ("HSTS_SUBDOMAINS", "LOG_LEVEL", "PORT", "TIME_ZONE", "TRUST_PROXY"):
    os.environ.pop(name, None)
for name in ("ACCESS_LOG", "LOG_FORMAT", "METRICS_TOKEN"):
    os.environ.pop(name, None)
for name in ("PRIMARY_ID", "PRIMARY_URL", "ROLE", "SECRET_KEY_FALLBACKS", "SECURITY_CONTACT"):
    os.environ.pop(name, None)
for name in ("ABOUT_TEXTS", "CONTACT", "LICENCE_NAME", "LICENCE_URL", "PUBLISHER"):
    os.environ.pop(name, None)
for name in ("ERROR_REPORTS_TO", "MAIL_ENCRYPTION", "MAIL_FROM", "MAIL_HOST", "MAIL_PORT"):
    os.environ.pop(name, None)
for name in (
    "API_WRITES_A_MINUTE",
    "MAIL_DELIVERY",
    "MAIL_PASSWORD",
    "MAIL_USER",
    "PURGE_URLS",
    "SECOND_FACTOR",
    "SESSION_DAYS",
):
    os.environ.pop(name, None)
for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ISSUER", "OIDC_NAME"):
    os.environ.pop(name, None)
os.environ |= {
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{SCRATCH}/db.sqlite3",
    "DEBUG": "off",
    "HTTPS": "off",
    "SECRET_KEY": "used by the tests only",
}

from tracker.settings import *  # noqa: E402, F403
from tracker.settings import DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
STATIC_ROOT = SCRATCH / "static"
WHITENOISE_AUTOREFRESH = True
