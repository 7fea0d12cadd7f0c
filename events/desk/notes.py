"""Notes for readers: texts by language, and the question that one of them raises."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _


def only_in_some_languages(note: Mapping[str, str]) -> str:
    """A question, if a note is written in some of the site's languages and not in others; else
    empty. It does not refuse the note: what readers are told in one language is better than
    nothing."""
    if names := missing_in(note):
        return _("The note for readers is missing in: %(languages)s.") % {"languages": names}
    return ""


def missing_in(note: Mapping[str, str]) -> str:
    """The names of the languages in which a note is not written; empty if it is in none at all."""
    codes = [code for code, _name in settings.LANGUAGES]
    missing = [code for code in codes if not note.get(code)]
    if len(missing) == len(codes):
        return ""
    return ", ".join(str(get_language_info(code)["name_translated"]) for code in missing)
