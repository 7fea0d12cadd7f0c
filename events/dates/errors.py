"""The one error of this package, readable in every language, and the choice of a language."""

from events.dates.languages import LANGUAGES, Language

_SHOWN = 40


class DateError(ValueError):
    """A text that is not a date, naming the part that is wrong and showing a good example.

    `code` is stable and `params` are texts for its template; `str(error)` is the English message.
    """

    def __init__(self, code: str, params: dict[str, str]) -> None:
        super().__init__(code, params)  # as arguments, so that the error can be copied and pickled
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.message("en")

    def message(self, language: str) -> str:
        """The message in `language` ("de", "de-AT"); DateError if the language is not known."""
        table = chosen(language)
        params = dict(self.params)
        if "weekday" in params:  # a number, since its name depends on the language
            params["weekday"] = table.weekdays[int(params["weekday"])][0].capitalize()
        return table.messages[self.code].format(**params)


def wrong(code: str, part: object, **more: str) -> DateError:
    """The error `code` about `part`, shortened and made printable, for the caller to raise."""
    text = part if isinstance(part, str) else type(part).__name__
    if len(text) > _SHOWN:
        text = text[: _SHOWN - 1] + "…"
    if not text.isprintable():
        text = text.encode("unicode_escape").decode("ascii")
    return DateError(code, {"part": text, **more})


def chosen(language: str) -> Language:
    """The table of a language tag (BCP 47): "de", "DE", "de-AT" and "de_AT" are all German.

    DateError, naming the languages there are, for any other.
    """
    if isinstance(language, str):
        table = LANGUAGES.get(language.replace("_", "-").partition("-")[0].lower())
        if table is not None:
            return table
    raise wrong("language", language, available=", ".join(LANGUAGES))
