"""Times of day as people type them: “1:30 p.m.”, “13 Uhr”, “13:00 CET”."""

import re

from events.dates.errors import wrong

# Offsets of the zones that have a name of their own. What somebody calls CET is taken to be that,
# in summer as well: it is read back as UTC+01.
ZONES = {
    "z": "Z",
    "wet": "Z",
    "wez": "Z",
    "west": "+01",
    "wesz": "+01",
    "cet": "+01",
    "mez": "+01",
    "cest": "+02",
    "mesz": "+02",
    "eet": "+02",
    "oez": "+02",
    "eest": "+03",
    "oesz": "+03",
    "msk": "+03",
    "trt": "+03",
    "eat": "+03",
    "cat": "+02",
    "sast": "+02",
    "est": "-05",
    "edt": "-04",
    "mdt": "-06",
    "pdt": "-07",
    "hkt": "+08",
    "sgt": "+08",
    "jst": "+09",
    "kst": "+09",
    "aest": "+10",
    "aedt": "+11",
    "nzst": "+12",
    "nzdt": "+13",
}
# Names that several countries use: two offsets that may be meant, of more in some cases.
AMBIGUOUS = {
    "cst": ("-06", "+08"),  # Chicago, Beijing; Havana
    "cdt": ("-05", "-04"),  # Chicago, Havana
    "ist": ("+05:30", "+02"),  # Delhi, Jerusalem; Dublin
    "bst": ("+01", "+06"),  # London in summer, Dhaka
    "mst": ("-07", "+08"),  # Denver, Kuala Lumpur
    "pst": ("-08", "+08"),  # Los Angeles, Manila
    "ast": ("-04", "+03"),  # Halifax, Riyadh
    "gst": ("+04", "-02"),  # Dubai, South Georgia
    "amt": ("-04", "+04"),  # Manaus, Yerevan
    "sst": ("+08", "-11"),  # Singapore, Samoa
    "wst": ("+08", "+13"),  # Perth, Apia
    "ect": ("-05", "-04"),  # Quito, the eastern Caribbean
}

_MERIDIEM = re.compile(
    r"(?<![\d.:/-])(?:(\d{1,2})(?:[:.](\d\d))? ?(-|to) ?)?"
    r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.? ?m\b\.?",
    re.ASCII,
)
# In “13–16 Uhr” and “13.00–16.00 Uhr” the word counts for both.
_SHARED_HOUR = re.compile(
    r"(?<![\d.:/])(\d{1,2}(?:[.:]\d\d)?) ?(-|TO) ?(?=\d{1,2}(?:[.:]\d\d)? HOUR)", re.ASCII
)
_NAMES = "|".join(sorted((*ZONES, *AMBIGUOUS), key=len, reverse=True))
_TIME = re.compile(
    r",? ?(?:UM )?\b(\d{1,2})(?:(?::|\.(?=\d\d HOUR))(\d\d)(?::(\d\d))?(?: HOUR)?| HOUR)"
    r"(?: ?\(?(?:UTC(?: ?([+-]\d{1,2})(?!\d)(?::?(\d\d))?)?"
    rf"|({_NAMES})\b|(\+\d\d):?(\d\d)?\b)\)?)?",
    re.ASCII,
)


def in_24_hours(text: str) -> str:
    """A text in lower case with its “1 pm” and “1:30 p.m.” as 13:00 and 13:30."""
    return _MERIDIEM.sub(_from_meridiem, text)


def marked(text: str) -> str:
    """A text in the notation with its times as marks such as T14:30:00Z.

    DateError for a name that several zones have.
    """
    return _TIME.sub(_mark, _SHARED_HOUR.sub(r"\1 HOUR \2 ", text))


def _from_meridiem(match: re.Match[str]) -> str:
    begins, begins_minute, joint, ends, ends_minute, half = match.groups(default="")
    if not 1 <= int(ends) <= 12 or (begins and not 1 <= int(begins) <= 12):
        return match[0]
    end = (_hour(ends, half), ends_minute or "00")
    if not begins:
        return ":".join(end)
    start = (_hour(begins, half), begins_minute or "00")
    if start > end:  # from 11 to 1 p.m.
        start = (_hour(begins, "a"), start[1])
    return f"{':'.join(start)} {joint} {':'.join(end)}"


def _hour(hour: str, half: str) -> str:
    return f"{int(hour) % 12 + (12 if half == 'p' else 0):02}"


def _mark(match: re.Match[str]) -> str:
    hour, minute, second, ahead, minutes, name, plus, plus_minutes = match.groups(default="")
    if name in AMBIGUOUS:
        first, other = AMBIGUOUS[name]
        raise wrong("zone", name.upper(), first=f"UTC{first}", second=f"UTC{other}")
    zone = ZONES.get(name, "") or plus
    if ahead:
        zone = f"{ahead[0]}{ahead[1:]:0>2}"
    elif "UTC" in match[0]:
        zone = "Z"
    if minutes or plus_minutes:
        zone += f":{minutes or plus_minutes}"
    return f" T{hour:0>2}:{minute or '00'}:{second or '00'}{zone} "
