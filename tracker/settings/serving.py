"""How the site is reached, and what browsers and caches are told."""

from csp.constants import NONE, SELF

from tracker import environment
from tracker.cookies import DESK
from tracker.settings.ground import DEBUG

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
# Browsers let nobody set cookies of such a name over a plain connection.
COOKIES = "__Secure-desk" if HTTPS else "desk"
SESSION_COOKIE_NAME = f"{COOKIES}-session"
CSRF_FAILURE_VIEW = "events.admin.lost.csrf_failure"
CSRF_COOKIE_NAME = f"{COOKIES}-csrf"
LANGUAGE_COOKIE_NAME = "desk-language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = DESK
# Anyone can send these headers; only a proxy that overwrites them makes them worth reading.
TRUST_PROXY = environment.switch("TRUST_PROXY", default=False)
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Caches in front of the site that keep answers until they are told to forget them.
PURGE_URLS = environment.origins("PURGE_URLS")

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
