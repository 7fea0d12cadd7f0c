"""Keys, log-ins and passwords."""

from django.core.management.utils import get_random_secret_key

from tracker import environment
from tracker.settings.ground import DEBUG

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

# How long a log-in lasts; `manage.py retention` deletes what is left of those that are over.
SESSION_COOKIE_AGE = 86400 * environment.number("SESSION_DAYS", default=14, lowest=1, highest=365)

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
