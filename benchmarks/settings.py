"""The site's own settings, with files that nobody has collected: where they are does not matter."""

from tracker.settings import *  # noqa: F403
from tracker.settings import STORAGES

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
