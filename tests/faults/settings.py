"""The site's own settings, except that static files need not be collected and that a log-in is
quick."""

from tracker.settings import *  # noqa: F403
from tracker.settings import STORAGES

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ROOT_URLCONF = "tests.faults.urls"
