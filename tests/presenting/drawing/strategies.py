"""Dated entries and windows to draw."""

from datetime import date

from hypothesis import strategies as st

from events.presenting.drawing.scale import FIRST, LAST, Window
from events.presenting.drawing.spans import Span
from events.vocabulary import Kind

# Most days are near each other, as in a record; some are anywhere.
DAYS = st.one_of(
    st.integers(date(2020, 1, 1).toordinal(), date(2027, 1, 1).toordinal()),
    st.integers(FIRST, LAST),
)
SIZES = st.one_of(st.integers(1, 40), st.integers(1, 4000), st.integers(1, LAST))


@st.composite
def windows(draw):
    return Window.around(draw(DAYS), draw(SIZES))


@st.composite
def spans(draw, window=None):
    """An entry with any date; in a window or beside it, if one is given."""
    near = st.integers(max(window.first - 9, FIRST), min(window.last + 9, LAST)) if window else DAYS
    bounds = sorted([draw(near), draw(near)])
    shape = draw(st.sampled_from(["day", "day", "between", "since", "until"]))
    kind = draw(st.sampled_from(Kind.values))
    return Span(
        slug="entry",
        url="/en/entries/entry/",
        kind=kind,
        title="Title",
        label="date",
        first=None if shape == "until" else bounds[0],
        last={"day": bounds[0], "since": None}.get(shape, bounds[1]),
        sure=(sum(bounds) // 2,) * 2 if draw(st.booleans()) else None,
        goes_on=draw(st.booleans()),
        approximate=draw(st.booleans()),
        uncertain=draw(st.booleans()),
        period=kind == Kind.DEVELOPMENT and shape in ("between", "since"),
        lanes=(kind,),
    )
