"""Who publishes this copy of the record."""

from tracker import environment
from tracker.settings.languages import LANGUAGES

# For `/.well-known/security.txt`; empty: there is none.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT")
# Who publishes this copy of the record, whom readers write to, and under which licence they may use
# it; on the page “About”, in feeds and tables and in the description of the API.
PUBLISHER = environment.text("PUBLISHER")
CONTACT = environment.contact("CONTACT")
LICENCE_NAME = environment.text("LICENCE_NAME")
LICENCE_URL = environment.web_address("LICENCE_URL")

# What “About” says in the site's own words: who publishes it, how entries are chosen, how stances
# are judged.
ABOUT_TEXTS = environment.texts(
    "ABOUT_TEXTS", ("publisher", "choosing", "judging"), [code for code, _name in LANGUAGES]
)
