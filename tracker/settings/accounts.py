"""Keys, log-ins and passwords."""

from django.core.management.utils import get_random_secret_key

from tracker import environment
from tracker.cookies import DESK
from tracker.environment import together
from tracker.settings.ground import DEBUG
from tracker.settings.serving import HTTPS

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

# Whether every account of the desk has to have a second factor, or may.
SECOND_FACTOR = environment.choice(
    "SECOND_FACTOR", default="offered", among=("offered", "required")
)

# django-allauth. How often somebody may try is counted in the database, by the desk itself: the
# library would count in the memory of each process.
LOGIN_URL = f"{DESK}login/"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = DESK
ENTERING = "events.admin.entering"
ACCOUNT_ADAPTER = f"{ENTERING}.adapters.DeskAccounts"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "reset_password": f"{ENTERING}.forms.ResetForm",
    "reset_password_from_key": f"{ENTERING}.forms.NewPasswordForm",
    "user_token": f"{ENTERING}.forms.LinkForm",
    "change_password": f"{ENTERING}.forms.ChangeForm",
    "set_password": f"{ENTERING}.forms.FirstPasswordForm",
    "reauthenticate": f"{ENTERING}.forms.ConfirmForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
# Addresses are written down by those who manage accounts, and several may have the same.
ACCOUNT_UNIQUE_EMAIL = False
MFA_ADAPTER = f"{ENTERING}.adapters.DeskFactors"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": f"{ENTERING}.forms.CodeForm",
    "reauthenticate": f"{ENTERING}.forms.ConfirmCodeForm",
    "activate_totp": f"{ENTERING}.forms.NewAppForm",
    "add_webauthn": f"{ENTERING}.forms.NewKeyForm",
    "edit_webauthn": f"{ENTERING}.forms.KeyNameForm",
    "authenticate_webauthn": f"{ENTERING}.forms.KeyForm",
    "reauthenticate_webauthn": f"{ENTERING}.forms.ConfirmKeyForm",
    "login_webauthn": f"{ENTERING}.forms.KeyAloneForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# A clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# Where accounts of the desk may log in, too, by OpenID Connect: a provider that the site trusts to
# say whose a mail address is.
OIDC_ISSUER = environment.web_address("OIDC_ISSUER")
OIDC_NAME = environment.text("OIDC_NAME", "OpenID Connect")
OIDC_CLIENT_ID = environment.text("OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = environment.text("OIDC_CLIENT_SECRET")
together(OIDC_ISSUER=OIDC_ISSUER, OIDC_CLIENT_ID=OIDC_CLIENT_ID)
SOCIALACCOUNT_ADAPTER = f"{ENTERING}.elsewhere.AccountsElsewhere"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
# A link, as no form of a page may lead to another site.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "desk",
                "name": OIDC_NAME,
                "client_id": OIDC_CLIENT_ID,
                "secret": OIDC_CLIENT_SECRET,
                "settings": {"server_url": OIDC_ISSUER.rstrip("/")},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}
