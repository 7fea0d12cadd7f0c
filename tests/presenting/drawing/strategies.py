"""Windows to draw."""

from datetime import date

from hypothesis import strategies as st

from events.presenting.drawing.scale import FIRST, LAST, Window

# Most days are near each other, as in a record; some are anywhere.
DAYS = st.one_of(
    st.integers(date(2020, 1, 1).toordinal(), date(2027, 1, 1).toordinal()),
    st.integers(FIRST, LAST),
)
SIZES = st.one_of(st.integers(1, 40), st.integers(1, 4000), st.integers(1, LAST))


@st.composite
def windows(draw):
    return Window.around(draw(DAYS), draw(SIZES))
