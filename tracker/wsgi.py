"""The site as a WSGI application: `gunicorn tracker.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

application = get_wsgi_application()

# Needs the applications, which are loaded from here on.
from tracker.health import warn  # noqa: E402

warn()
