"""How the site sends mail: what is usual, and what cannot be."""

from tracker.environment import Misconfigured

# Where mail is handed in, by how the way there is encrypted.
PORTS = {"none": 25, "starttls": 587, "tls": 465}
# What hands it in, by where it goes.
BACKENDS = {
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "none": "django.core.mail.backends.dummy.EmailBackend",
}
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


def usual_encryption(host: str) -> str:
    """Within this machine, there is no way on which anybody could listen."""
    return "none" if host in THIS_MACHINE else "starttls"


def usual_delivery(sender: str, *, local: bool) -> str:
    """Who has not said from whom mail comes has no server for it; on one's own machine, it is read
    where the program prints."""
    return "smtp" if sender else "console" if local else "none"


def confirm_mail(
    to: list[str], sender: str, host: str, account: tuple[str, str], way: str, delivery: str
) -> None:
    """Raise `Misconfigured` where mail could not be sent, or only by giving the password away.

    `account`: the name and the password at the mail server; `way`: one of `PORTS`; `delivery`: one
    of `BACKENDS`.
    """
    if delivery == "smtp" and not sender:
        raise Misconfigured(
            "MAIL_DELIVERY is “smtp” and MAIL_FROM is not set. Set it to the address that mails "
            "come from, as in “record@record.example”."
        )
    if to and not sender:
        raise Misconfigured(
            "ERROR_REPORTS_TO is set and MAIL_FROM is not. Set it to the address that the reports "
            "come from, as in “record@record.example”."
        )
    name, password = account
    if bool(name) != bool(password):
        given, missing = ("USER", "PASSWORD") if name else ("PASSWORD", "USER")
        raise Misconfigured(f"MAIL_{given} is set and MAIL_{missing} is not. Set both, or neither.")
    if name and way == "none" and host not in THIS_MACHINE:
        raise Misconfigured(
            "MAIL_ENCRYPTION is “none”, and the password would go to another machine for everybody "
            "to read. Set it to “starttls” or “tls”."
        )
