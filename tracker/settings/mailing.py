"""How mail is sent, and who is told by it where something goes wrong."""

from tracker import environment, mail
from tracker.settings.ground import VAR_DIR
from tracker.settings.serving import HTTPS

# Who is told by mail where something goes wrong. Empty: the log has it all the same.
ERROR_REPORTS_TO = environment.mail_addresses("ERROR_REPORTS_TO")
# Where `manage.py sendtestemail --admins` sends, too.
ADMINS = [(to, to) for to in ERROR_REPORTS_TO]
SERVER_EMAIL = environment.mail_address("MAIL_FROM")
DEFAULT_FROM_EMAIL = SERVER_EMAIL or "desk@localhost"
# Where mail goes: to a server, to what the program prints, into files, or nowhere.
MAIL_DELIVERY = environment.choice(
    "MAIL_DELIVERY",
    default=mail.usual_delivery(SERVER_EMAIL, local=not HTTPS),
    among=tuple(mail.BACKENDS),
)
EMAIL_BACKEND = mail.BACKENDS[MAIL_DELIVERY]
EMAIL_FILE_PATH = VAR_DIR / "mail"
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
    MAIL_DELIVERY,
)
