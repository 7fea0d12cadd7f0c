"""One spelling for the many in which the address of one page is pasted."""

from hashlib import sha256
from urllib.parse import urlsplit

from courlan import normalize_url

# What fits into a row of the index; of a longer one, its beginning and a digest.
LONGEST, KEPT = 200, 120
DIGEST = 64


def one_spelling(address: str) -> str:
    """The address without what does not tell pages apart: scheme, `www`, a port that goes without
    saying, the last slash, the fragment, parameters that only track. Empty if it is none.

    It is for comparing. Where two have the same, somebody is asked whether they are one.
    """
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    if not host or "." not in host:
        return ""
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    page = parts._replace(scheme="https", netloc=place, fragment="").geturl()
    spelt = str(normalize_url(page)).removeprefix("https://").partition("#")[0].rstrip("/?")
    if len(spelt) <= LONGEST:
        return spelt
    return spelt[:KEPT] + " " + sha256(spelt.encode()).hexdigest()[:DIGEST]
