"""The settings, each subject in a file of its own; here is what the program is put together of.

What differs between installations comes from the environment. An invalid value stops the start with
a message that names its variable.
"""

from whitenoise.compress import Compressor

from tracker.settings.accounts import *
from tracker.settings.api import *
from tracker.settings.ground import *
from tracker.settings.ground import BASE_DIR, DEBUG, ROLE, VAR_DIR
from tracker.settings.imprint import *
from tracker.settings.languages import *
from tracker.settings.lines import *
from tracker.settings.mailing import *
from tracker.settings.serving import *
from tracker.settings.storing import *

# Only the owner of the domain can know whether the promise to browsers holds for its other sites;
# and SQLite does without the columns that an index of the log merely includes.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "models.W040"]

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "django_htmx",
    "events",
]

# What needs somebody to be logged in: a reader's process has none of it, nor the addresses of the
# desk. It has the tables, which other modules name.
ONLY_FOR_THE_DESK = {
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "events.admin.lost.KeptWithoutLogIn",
    "events.admin.entering.obligation.SecondFactorFirst",
}

MIDDLEWARE = [
    "tracker.watching.access.AccessLog",
    "tracker.watching.metrics.Counting",
    "tracker.servers.AtLeast",
    "tracker.caching.TellCaches",
    "tracker.limits.ReadersWait",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Answers requests to the API itself: nothing below sees them.
    "events.api.gate.Gate",
    "tracker.cookies.DeskOnly",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "events.admin.lost.KeptWithoutLogIn",
    # Looks at nothing of what readers ask for; the library does not start without it.
    "allauth.account.middleware.AccountMiddleware",
    "events.admin.entering.obligation.SecondFactorFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "events.views.frame.unready.Unready",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates" / "pages"],
        "OPTIONS": {"environment": "events.views.frame.templating.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "desk"],
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {"desk": "events.admin.history", "kept": "events.admin.keeping"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    },
]

if ROLE == "reader":
    # The admin asks for them, which is not served here.
    SILENCED_SYSTEM_CHECKS += ["admin.E408", "admin.E409", "admin.E410"]
    MIDDLEWARE = [name for name in MIDDLEWARE if name not in ONLY_FOR_THE_DESK]

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"] if (BASE_DIR / "static").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Compressing is most of the work of collecting; this skips what no reader fetches.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
