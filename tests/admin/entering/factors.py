"""An editor with an app that shows codes, as RFC 6238 has it, and the way in."""

import base64
import hmac
import struct
import time
from threading import enumerate as threads

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

SECRET = "JBSWY3DPEHPK3PXP"
PASSWORD = "correct horse"
LOG_IN = "/admin/login/"
SECOND = "/admin/second-factor/log-in/"


def code_of(secret: str = SECRET, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes from now."""
    counter = int(time.time()) // 30 + steps
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", counter), "sha1")
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def wrong_code() -> str:
    right = {int(code_of(steps=step)) for step in range(-3, 4)}
    return f"{next(number for number in range(10) if number not in right):06}"


def give_app(account) -> None:
    TOTP.activate(account, SECRET)
    RecoveryCodes.activate(account)


def recovery_code(account) -> str:
    authenticator = account.authenticator_set.get(type="recovery_codes")
    return authenticator.wrap().get_unused_codes()[0]


def log_in(client, account, **more):
    form = {"username": account.username, "password": PASSWORD}
    return client.post(LOG_IN, form, **more)


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def wait_for_mail() -> None:
    for thread in threads():
        if thread.name == "mail":
            thread.join()
