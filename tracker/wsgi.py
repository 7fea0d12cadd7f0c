"""The site as a WSGI application: `gunicorn tracker.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

application = get_wsgi_application()

# They need the applications, which are loaded from here on.
from tracker.health import warn  # noqa: E402
from tracker.limits import limit_every_connection  # noqa: E402
from tracker.servers import refuse_other_primaries  # noqa: E402

limit_every_connection()
refuse_other_primaries()
warn()
