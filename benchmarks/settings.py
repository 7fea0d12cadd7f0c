"""The site's own settings, for files that nobody has collected: their addresses matter to nobody."""

from tracker.settings import *  # noqa: F403
from tracker.settings import STORAGES

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
