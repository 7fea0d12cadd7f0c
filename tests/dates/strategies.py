"""EDTF strings within the scope of the package, for property tests."""

import calendar
from datetime import date

from hypothesis import strategies as st

from events.dates import DateError, parse
from events.dates.grammar import DIVISIONS
from events.dates.named import ends

MARKS = st.sampled_from(["", "", "", "~", "?", "%"])
YEARS = st.one_of(st.integers(1990, 2040), st.integers(1, 9998)).map(lambda year: f"{year:04}")


@st.composite
def digits(draw: st.DrawFn) -> list[str]:
    """The parts of one date, X and seasons among them."""
    year = draw(YEARS)
    kind = draw(st.sampled_from(["year", "month", "day", "day", "day", "part", "masked"]))
    month = draw(st.integers(1, 12))
    if kind == "masked":
        decade = year[:3] if year[:3] != "000" else "201"
        century = year[:2] if year[:2] != "00" else "19"
        return draw(
            st.sampled_from(
                [
                    [f"{decade}X"],
                    [f"{century}XX"],
                    ["1XXX"],
                    [year, "XX"],
                    [year, "XX", "XX"],
                    [year, f"{month:02}", "XX"],
                ]
            )
        )
    if kind == "part":
        return [year, draw(st.sampled_from(sorted(DIVISIONS)))]
    day = draw(st.integers(1, calendar.monthrange(int(year), month)[1]))
    return [year, f"{month:02}", f"{day:02}"][: ("year", "month", "day").index(kind) + 1]


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """One date with marks nowhere, on all of it, or on either side of any part."""
    parts = draw(digits())
    how = draw(st.sampled_from(["none", "whole", "parts"]))
    if how == "none":
        return "-".join(parts)
    if how == "whole":
        return "-".join(parts) + draw(MARKS)
    return "-".join(draw(MARKS) + part + draw(MARKS) for part in parts)


@st.composite
def times(draw: st.DrawFn) -> str:
    day = draw(digits().filter(lambda parts: len(parts) == 3 and parts[2] != "XX"))
    clock = draw(st.times().map(lambda time: f"{time:%H:%M:%S}") | st.just("24:00:00"))
    offset = draw(st.sampled_from(["", "", "Z", "+02", "-04", "+05:30", "-09:30", "+00:00"]))
    return f"{'-'.join(day)}T{clock}{offset}"


@st.composite
def hours(draw: st.DrawFn) -> str:
    """Intervals with a time at one end or at both, often of one day."""
    first, last = draw(times()), draw(times() | single_dates())
    if draw(st.booleans()) and "T" in last:
        last = f"{first[:10]}{last[10:]}"
    return draw(
        st.sampled_from(
            [f"{first}/{last}", f"{last}/{first}", f"{first}/", f"{first}/..", f"../{first}"]
        )
    )


@st.composite
def of_unknown_year(draw: st.DrawFn) -> str:
    month = f"{draw(st.integers(1, 12)):02}"
    return draw(
        st.sampled_from(
            [
                *("XXXX", f"XXXX-{month}", f"XXXX-{month}-XX", f"XXXX-{month}?"),
                f"XXXX-{month}-{draw(st.integers(1, 29)):02}",
                f"XXXX-?{month}-{draw(st.integers(1, 29)):02}",
            ]
        )
    )


@st.composite
def with_a_name(draw: st.DrawFn) -> str:
    """Spans such as “late October 2026” and “week of 5 January 2026”."""
    year, month = draw(YEARS), draw(st.integers(1, 12))
    monday = date.fromordinal(draw(st.integers(1, 520000)) * 7 + 1)
    of = draw(st.sampled_from([f"{year}-{month:02}", year, f"{year[:2]}XX", f"{year[:3]}X"]))
    found = draw(
        st.sampled_from(
            [
                *(ends(part, of) for part in ("EARLY", "MID", "LATE")),
                ends("WEEK", monday.isoformat()),
            ]
        )
    )
    mark = draw(MARKS)
    assert found is not None
    return f"[{found[0]}{mark}..{found[1]}{mark}]"


def _ordered(pair: tuple[str, str]) -> bool:
    return _is_date("/".join(pair))


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two dates that an interval can run between, often within one month or year."""
    first, last = draw(single_dates()), draw(single_dates())
    if draw(st.booleans()):
        year, month = draw(YEARS), draw(st.integers(1, 12))
        days = sorted(draw(st.tuples(st.integers(1, 28), st.integers(1, 28))))
        mark = draw(MARKS)
        shapes = [f"{year}-{month:02}-{{:02}}{mark}", f"{year}-{{:02}}{mark}", f"20{{:02}}{mark}"]
        shape = draw(st.sampled_from(shapes))
        limit = 12 if shape == shapes[1] else 28
        first, last = (shape.format(min(day, limit)) for day in days)
        if shape == shapes[1] and draw(st.booleans()):
            first, last = f"{first.rstrip('~?%')}-28{mark}", f"{last.rstrip('~?%')}-28{mark}"
    return (first, last) if _ordered((first, last)) else (last, first)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = draw(pairs().filter(_ordered))
    nothing = st.sampled_from(["", ".."])
    return draw(
        st.sampled_from(
            [
                *(f"{first}/{last}", f"{first}/{last}"),
                *(f"{first}/{draw(nothing)}", f"{draw(nothing)}/{last}"),
            ]
        )
    )


@st.composite
def sets(draw: st.DrawFn) -> str:
    member = st.one_of(
        single_dates(),
        pairs().filter(_ordered).map("..".join),
        with_a_name().map(lambda text: text.strip("[]")),
    )
    members = draw(
        st.lists(member, min_size=1, max_size=5)
        | pairs().map(list)  # so that members often share their month, year and marks
    )
    if draw(st.booleans()):
        end = draw(st.sampled_from(["start", "end"]))
        one = draw(single_dates())
        members = [f"..{one}", *members] if end == "start" else [*members, f"{one}.."]
        members = members[: draw(st.integers(1, len(members)))]
    text = ",".join(members)
    return draw(st.sampled_from([f"[{text}]", f"{{{text}}}"]))


def accepted() -> st.SearchStrategy[str]:
    """Every kind of string that `parse` accepts."""
    kinds = st.one_of(
        *(single_dates(), single_dates(), times(), intervals(), intervals(), sets()),
        *(of_unknown_year(), with_a_name().filter(_is_date), hours().filter(_is_date)),
    )
    return kinds.filter(lambda text: len(text) <= 200 and _is_date(text))
