"""Identifiers of registers: Wikidata, ISO 3166, ROR."""

import re

from events.vocabulary.lists import IdentifierScheme

FORMS = {
    IdentifierScheme.WIKIDATA: re.compile(r"Q[1-9]\d*", re.ASCII),
    # Also the three letters or digits of ISO 3166-1.
    IdentifierScheme.ISO: re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?|[A-Z]{3,4}|\d{3}", re.ASCII),
    IdentifierScheme.ROR: re.compile(r"0[0-9a-hj-km-np-tv-z]{6}\d\d", re.ASCII),
}
ADDRESSES = {
    IdentifierScheme.WIKIDATA: "https://www.wikidata.org/wiki/",
    IdentifierScheme.ROR: "https://ror.org/",
}
# What people copy together with an identifier.
AROUND = {
    IdentifierScheme.WIKIDATA: re.compile(
        r"(?:https?://)?(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/|[?#].*", re.IGNORECASE
    ),
    IdentifierScheme.ROR: re.compile(r"(?:https?://)?(?:www\.)?ror\.org/|[?#].*", re.IGNORECASE),
}
# The digits of ROR are those of Crockford's base 32.
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def fits(scheme: str, value: str) -> bool:
    """Whether a register can have given this identifier, with its check digits if it has any. Other
    registers can give whatever they like."""
    form = FORMS.get(IdentifierScheme(scheme))
    if form is None:
        return True
    if not form.fullmatch(value):
        return False
    return scheme != IdentifierScheme.ROR or _is_checked(value)


def bare(scheme: str, value: str) -> str:
    """The identifier as its register writes it, without the address around it."""
    if scheme not in AROUND:
        return value.strip()
    value = AROUND[IdentifierScheme(scheme)].sub("", value.strip()).rstrip("/")
    return value.lower() if scheme == IdentifierScheme.ROR else value[:1].upper() + value[1:]


def address(scheme: str, value: str) -> str | None:
    """Where the register tells of it; None for codes, of which no page does."""
    base = ADDRESSES.get(IdentifierScheme(scheme))
    return f"{base}{value}" if base else None


def _is_checked(ror: str) -> bool:
    """Whether the last two digits are those of the others (ISO 7064, MOD 97-10)."""
    number = 0
    for digit in ror[:-2]:
        number = number * 32 + DIGITS.index(digit)
    return 98 - number * 100 % 97 == int(ror[-2:])
