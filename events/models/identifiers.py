"""What publications are known by: web addresses, DOI, ISBN, URN; and the tags of languages.

Each function takes what somebody typed and returns it in the form in which it is kept. A
`ValidationError` says what is wrong with it, and what would be right.
"""

import re
from typing import NoReturn
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models.fields import LANGUAGE_TAG

SCHEMES = ("http", "https")
LONGEST_HOST, LONGEST_LABEL = 253, 63
# RFC 3986 keeps these out of any address; letters of all scripts are fine (RFC 3987).
NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
# As hosts are in use, not as RFC 952 has them: with underscores, in any script, as emoji.
LABEL = re.compile(r"[^\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]+")
WITH_ACCOUNT = re.compile(r"[a-z]+://[^/?#]*@", re.IGNORECASE)
WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#].*)?", re.IGNORECASE)

# ISO 26324: a prefix that begins with “10.”, and whatever whoever registered it has put after it.
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f\x7f]+", re.ASCII)
DOI_TYPED = re.compile(r"(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)", re.IGNORECASE)
ISBN_TYPED = re.compile(r"(?:urn:isbn:|isbn(?:-1[03])?:?\s*(?=\d))", re.IGNORECASE)
# RFC 8141, with its r-, q- and f-components.
PCHAR = r"(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})"
URN = re.compile(
    rf"urn:[a-z0-9][a-z0-9-]{{0,30}}[a-z0-9]:{PCHAR}(?:{PCHAR}|/)*"
    rf"(?:\?\+{PCHAR}(?:{PCHAR}|[/?])*?)?(?:\?={PCHAR}(?:{PCHAR}|[/?])*)?(?:#(?:{PCHAR}|[/?])*)?",
    re.IGNORECASE | re.ASCII,
)


def web_address(typed: str) -> str:
    """An address on the web, as it is: hosts with underscores, of any script, as emoji."""
    text = typed.strip()
    for field, belongs in ((_("DOI"), DOI_TYPED), (_("ISBN"), ISBN_TYPED)):
        if (found := belongs.match(text)) and "//" not in found[0]:
            _refuse(_("This is no web address: it belongs in the field “%s”.") % field)
    if text.lower().startswith("urn:"):
        _refuse(_("This is no web address: it belongs in the field “%s”.") % _("URN"))
    scheme, colon, rest = text.partition(":")
    if not colon or not rest.startswith("//"):
        if DOI.fullmatch(text):
            _refuse(_("This is no web address: it belongs in the field “%s”.") % _("DOI"))
        if WITHOUT_SCHEME.fullmatch(text):
            _refuse(_("An address begins with “https://”. Is it https://%s ?") % text)
        _refuse(_("A web address begins with “https://”, as in https://example.org/report."))
    if scheme.lower() not in SCHEMES:
        _refuse(
            _("“%(scheme)s” is no scheme of a web address; these are: %(schemes)s.")
            % {"scheme": scheme, "schemes": ", ".join(SCHEMES)}
        )
    if found := NOT_IN_ADDRESSES.search(text):
        if found[0].isspace():
            _refuse(_("An address cannot have a space in it; write %20 instead."))
        _refuse(_("The character “%s” cannot be part of an address.") % ascii(found[0])[1:-1])
    if WITH_ACCOUNT.match(text):
        _refuse(_("An address with a name or a password is public, too: take out all before “@”."))
    if not _has_host(text):
        _refuse(_("The name of the host is wrong; it is as in https://example.org/report."))
    return text


def secure_address(typed: str) -> str:
    """An address on the web to which readers are sent encrypted."""
    text = web_address(typed)
    if not text.lower().startswith("https://"):
        _refuse(_("A link that readers are sent to begins with “https://”."))
    return text


def doi(typed: str) -> str:
    """A DOI without what leads to it: “10.1000/182” for “https://doi.org/10.1000/182”."""
    text = DOI_TYPED.sub("", typed.strip(), count=1)
    if not DOI.fullmatch(text):
        _refuse(_("A DOI begins with “10.”, a number and a slash, as in 10.1000/182."))
    return text


def isbn(typed: str) -> str:
    """An ISBN of ten or thirteen digits, with the hyphens that it was typed with."""
    text = re.sub(r"[\s\u2010-\u2015]+", "-", ISBN_TYPED.sub("", typed.strip(), count=1)).upper()
    digits = text.replace("-", "")
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        weights = range(10, 0, -1)
        values = [10 if digit == "X" else int(digit) for digit in digits]
        is_right = sum(a * b for a, b in zip(weights, values, strict=True)) % 11 == 0
    elif re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        values = [int(digit) for digit in digits]
        is_right = (sum(values[::2]) + 3 * sum(values[1::2])) % 10 == 0
    else:
        _refuse(
            _("An ISBN has ten digits, or thirteen that begin with 978 or 979, as in %s.")
            % "978-3-16-148410-0"
        )
    if not is_right:
        _refuse(_("The check digit at the end of this ISBN is wrong: a digit is mistyped."))
    return text


def urn(typed: str) -> str:
    """A URN (RFC 8141)."""
    text = typed.strip()
    if not URN.fullmatch(text):
        _refuse(_("A URN has three parts, as in urn:nbn:de:101:1-201102033592."))
    return text


def language_tag(typed: str) -> str:
    """The tag of a language (BCP 47)."""
    text = typed.strip()
    if not LANGUAGE_TAG.fullmatch(text):
        _refuse(_("A language tag such as “de”, “uk” or “pt-BR”."))
    return text


def _has_host(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port  # a port that is none raises, too
    except ValueError:
        return False
    if not host:
        return False
    if ":" in host:
        # An address of IPv6, which `urlsplit` has read.
        return True
    labels = host.removesuffix(".").split(".")
    return (
        len(host) <= LONGEST_HOST
        and (len(labels) > 1 or host == "localhost")
        and all(
            LABEL.fullmatch(label) and len(label) <= LONGEST_LABEL and label.strip("-") == label
            for label in labels
        )
    )


def _refuse(message: str) -> NoReturn:
    raise ValidationError(message, code="identifier")
