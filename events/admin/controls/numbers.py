"""Numbers as they are written in the language of the desk, and how one was understood: “7.500” is
seven and a half in English, and seven thousand five hundred in German."""

import re
from decimal import Decimal

from babel.numbers import (
    NumberFormatError,
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
    parse_decimal,
)
from django.contrib.admin.sites import site
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from events import languages
from events.admin.controls.reading import Reading, as_answer
from events.models import NO_NUMBER

# As many decimals as a column has.
DECIMALS = "#,##0.######"
# What stands between thousands in several languages, and is no sign of decimals in any.
SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))")
MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
LONGEST = 100


class NoNumber(ValueError):
    """The message says what would be right."""


def understand(text: str, language: str) -> Decimal:
    """The number that a text in a language says. Raises `NoNumber`."""
    plain = SPACES.sub("", text.strip().translate(MINUS))
    if len(plain) > LONGEST or not re.fullmatch(r"[-+]?[\d.,]+", plain, re.ASCII):
        raise NoNumber(str(NO_NUMBER))
    try:
        return Decimal(parse_decimal(plain, locale=language, strict=True))
    except NumberFormatError as error:
        meant = " · ".join(suggestions(plain, language))
        if not meant:
            raise NoNumber(str(NO_NUMBER)) from error
        message = _("“%(text)s” can be read in two ways. Write the one that is meant: %(meant)s")
        raise NoNumber(message % {"text": text.strip(), "meant": meant}) from error


def suggestions(text: str, language: str) -> list[str]:
    """What may be meant by digits with points and commas that the language does not put so."""
    digits = text.lstrip("-+")
    sign = "-" if text.startswith("-") else ""
    mark = max(digits.rfind("."), digits.rfind(","))
    whole, part = re.sub(r"\D", "", digits[:mark]), re.sub(r"\D", "", digits[mark + 1 :])
    found = []
    if whole and part:
        found = [Decimal(f"{sign}{whole}.{part}"), Decimal(f"{sign}{whole}{part}")]
    return [written(number, language) for number in found]


def written(number: Decimal, language: str) -> str:
    """A number with its thousands, as a language writes it."""
    return str(format_decimal(number, format=DECIMALS, locale=language))


def typed(number: Decimal, language: str) -> str:
    """A number as somebody would type it."""
    return written(number, language).replace(get_group_symbol(language), "")


def reading(text: str) -> Reading:
    """How a number was understood, in the language of the desk."""
    if not text.strip():
        return Reading()
    language = languages.active()
    try:
        number = understand(text, language)
    except NoNumber as error:
        return Reading(error=str(error))
    lines = [(_("Understood as"), written(number, language))]
    return Reading(written(number, language), lines, _question(text, number, language))


def _question(text: str, number: Decimal, language: str) -> str:
    """“7,500” in a German text has three decimals, which people seldom write."""
    decimal = re.escape(get_decimal_symbol(language))
    if re.fullmatch(rf"[-+]?[1-9]\d{{0,2}}{decimal}\d{{3}}", text.strip()):
        other = number * 1000
        message = _("Are these decimals? If thousands are meant, write %(number)s.")
        return message % {"number": written(other, language)}
    return ""


@require_GET
def understood(request: HttpRequest) -> JsonResponse:
    """`?text=…` as a reading. The wrapper of the desk lets only staff in."""
    return as_answer(reading(request.GET.get("text", "")[:300]))


def urls() -> list[URLPattern]:
    return [path("numbers/", site.admin_view(understood), name="events_numbers")]
