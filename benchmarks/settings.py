"""The site's own settings, except that static files need not be collected."""

from tracker.settings import *  # noqa: F403
from tracker.settings import STORAGES

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
