"""The only settings file. What differs between installations comes from the environment.

An invalid value stops the start with a message that names its variable.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from whitenoise.compress import Compressor

from tracker import databases, environment, mail
from tracker.cookies import DESK
from tracker.watching import logs

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = environment.switch("DEBUG", default=False)

# What a process does: all of it, or only what readers see, which needs a database that can be read.
ROLE = environment.choice("ROLE", default="all", among=("all", "reader"))

# Where the web server listens, and how many requests one of its processes answers at a time
# (`gunicorn.conf.py`).
BIND = environment.address("BIND", default="127.0.0.1")
PORT = environment.number("PORT", default=8000, lowest=1, highest=65535)
# Where its processes say that they live, from a thread of their own; 0: nowhere but at `/healthz`.
HEALTH_PORT = environment.number("HEALTH_PORT", default=0, lowest=0, highest=65535)
THREADS = environment.number("THREADS", default=4, lowest=1, highest=100)
# How many of them may search or do something else that is costly.
COSTLY_AT_ONCE = environment.number(
    "COSTLY_AT_ONCE", default=max(1, THREADS // 2), lowest=1, highest=100
)

# While debugging, every process may have its own key; a site must keep one, or nobody stays logged
# in.
SECRET_KEY = (
    environment.text("SECRET_KEY", get_random_secret_key())
    if DEBUG
    else environment.required(
        "SECRET_KEY",
        "Set it to a long random text that stays the same and that nobody else knows; "
        "`python3 -c 'import secrets; print(secrets.token_urlsafe(50))'` makes one.",
    )
)

# Keys of before: what they have signed, such as sessions, is still believed, and nothing new is
# signed with them.
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS")

ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS")

# With HTTPS on, as it should be outside debugging, cookies are sent only over HTTPS, plain requests
# are redirected, and browsers are told to use HTTPS for a year.
HTTPS = environment.switch("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.switch("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = SECURE_HSTS_INCLUDE_SUBDOMAINS
# Only the owner of the domain can know whether that promise holds for its other sites; and SQLite
# does without the columns that an index of the log merely includes.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "models.W040"]
# Browsers let nobody set cookies of such a name over a plain connection.
COOKIES = "__Secure-desk" if HTTPS else "desk"
SESSION_COOKIE_NAME = f"{COOKIES}-session"
CSRF_COOKIE_NAME = f"{COOKIES}-csrf"
LANGUAGE_COOKIE_NAME = "desk-language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = DESK
# Anyone can send these headers; only a proxy that overwrites them makes them worth reading.
TRUST_PROXY = environment.switch("TRUST_PROXY", default=False)
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Who is told by mail where something goes wrong. Empty: the log has it all the same.
ERROR_REPORTS_TO = environment.mail_addresses("ERROR_REPORTS_TO")
# Where `manage.py sendtestemail --admins` sends, too.
ADMINS = [(to, to) for to in ERROR_REPORTS_TO]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.mail_address("MAIL_FROM")
EMAIL_HOST = environment.text("MAIL_HOST", "localhost")
EMAIL_HOST_USER = environment.text("MAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("MAIL_PASSWORD")
MAIL_ENCRYPTION = environment.choice(
    "MAIL_ENCRYPTION", default=mail.usual_encryption(EMAIL_HOST), among=tuple(mail.PORTS)
)
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_ENCRYPTION == "starttls", MAIL_ENCRYPTION == "tls"
EMAIL_PORT = environment.number(
    "MAIL_PORT", default=mail.PORTS[MAIL_ENCRYPTION], lowest=1, highest=65535
)
# How many seconds a mail server is waited for; no reader ever is the one who waits.
EMAIL_TIMEOUT = 10
mail.confirm_mail(
    ERROR_REPORTS_TO,
    SERVER_EMAIL,
    EMAIL_HOST,
    (EMAIL_HOST_USER, EMAIL_HOST_PASSWORD),
    MAIL_ENCRYPTION,
)

# For `/.well-known/security.txt`; empty: there is none.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT")
# Who publishes this copy of the record, whom readers write to, and under which licence they may use
# it; on the page “About”, in feeds and tables and in the description of the API.
PUBLISHER = environment.text("PUBLISHER")
CONTACT = environment.contact("CONTACT")
LICENCE_NAME = environment.text("LICENCE_NAME")
LICENCE_URL = environment.web_address("LICENCE_URL")
# Caches in front of the site that keep answers until they are told to forget them.
PURGE_URLS = environment.origins("PURGE_URLS")
# How long a log-in lasts; `manage.py retention` deletes what is left of those that are over.
SESSION_COOKIE_AGE = 86400 * environment.number("SESSION_DAYS", default=14, lowest=1, highest=365)

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
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
            "libraries": {"desk": "events.admin.history"},
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

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
# What “About” says in the site's own words: who publishes it, how entries are chosen, how stances
# are judged.
ABOUT_TEXTS = environment.texts(
    "ABOUT_TEXTS", ("publisher", "choosing", "judging"), [code for code, _name in LANGUAGES]
)
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = environment.time_zone("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

# The content is written in the languages of the site; if a text is missing in one of them, the
# first language that has it is shown.
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_LANGUAGES = tuple(code for code, _ in LANGUAGES)
MODELTRANSLATION_FALLBACK_LANGUAGES = MODELTRANSLATION_LANGUAGES

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

# Nothing is loaded from another host, and no script or style is in the page itself.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Record of diplomacy",
    "DESCRIPTION": (
        "Who met, who promised what, who stands where: dated as precisely as it is known, sourced, "
        "and never silently changed. Anyone may read, from any site."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    # In the order of the list of addresses.
    "SORT_OPERATIONS": False,
    "POSTPROCESSING_HOOKS": [
        "events.api.describing.add_shapes",
        "events.api.describing.add_imprint",
    ],
}

LOG_LEVEL = environment.choice(
    "LOG_LEVEL", default="INFO", among=("DEBUG", "INFO", "WARNING", "ERROR")
)
LOG_FORMAT = environment.choice("LOG_FORMAT", default="text", among=("text", "json"))
# Who may read `/metrics`: whoever sends it as “Authorization: Bearer …”. Empty: nobody.
METRICS_TOKEN = environment.text("METRICS_TOKEN")
# Whether each request has a line; whoever collects lines as JSON wants them.
ACCESS_LOG = environment.switch("ACCESS_LOG", default=LOG_FORMAT == "json")
LOGGING = logs.where_lines_go(LOG_LEVEL, LOG_FORMAT, reports=bool(ERROR_REPORTS_TO))
