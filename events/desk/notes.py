"""Notes for readers: texts by language, and the question that one of them raises."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _


def only_in_some_languages(note: Mapping[str, str]) -> str:
    """A question, if a note is written in some of the site's languages and not in others; else
    empty. It does not refuse the note: what readers are told in one language is better than
    nothing."""
    codes = [code for code, _name in settings.LANGUAGES]
    missing = [code for code in codes if not note.get(code)]
    if not missing or len(missing) == len(codes):
        return ""
    names = ", ".join(str(get_language_info(code)["name_translated"]) for code in missing)
    return _("The note for readers is missing in: %(languages)s.") % {"languages": names}
