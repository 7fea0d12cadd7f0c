"""What the library is told about this site."""

import pytest
from cryptography.fernet import InvalidToken

from events.admin.entering.adapters import DeskAccounts, DeskFactors


def test_a_secret_is_read_with_the_keys_of_before_too(settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "old", []
    kept = DeskFactors().encrypt("secret")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", ["old"]

    assert DeskFactors().decrypt(kept) == "secret"
    assert "secret" not in kept
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        DeskFactors().decrypt(kept)


@pytest.mark.parametrize(
    ("sent_on", "address"), [("10.0.0.1, 192.0.2.1", "192.0.2.1"), ("unknown", "0.0.0.0")]
)
def test_the_address_is_the_one_that_the_log_has(rf, settings, sent_on, address):
    settings.TRUST_PROXY = True
    request = rf.get("/", headers={"X-Forwarded-For": sent_on})

    assert DeskAccounts(request).get_client_ip(request) == address


def test_nobody_makes_an_account_for_themselves(rf):
    assert DeskAccounts().is_open_for_signup(rf.get("/")) is False
