"""What every other package here words with: texts in the reader's language, dates, closed lists,
links."""

from events.presenting.wording import closed_lists, durations
from events.presenting.wording.closed_lists import Term, kind, stance
from events.presenting.wording.dates import (
    Dated,
    dated,
    dated_or_none,
    day_worded,
    edtf_worded,
    end_day,
    mark,
    moment_worded,
    month_name,
    sort_day,
    told_apart,
)
from events.presenting.wording.durations import ago, began
from events.presenting.wording.filters import (
    Names,
    as_of_worded,
    filters_worded,
    titled,
    value_worded,
)
from events.presenting.wording.flags import flagged, flagged_by_code
from events.presenting.wording.links import Links, path_to
from events.presenting.wording.markdown import (
    PARAGRAPHS,
    TAG,
    excerpt,
    linked_slugs,
    render,
    render_linked,
)
from events.presenting.wording.redactions import ground, redacted_parts
from events.presenting.wording.texts import (
    TURNS,
    Flagged,
    Text,
    called,
    chosen,
    enumerated,
    in_page,
    joined,
    name,
    text,
    text_in,
)

__all__ = [
    "PARAGRAPHS",
    "TAG",
    "TURNS",
    "Dated",
    "Flagged",
    "Links",
    "Names",
    "Term",
    "Text",
    "ago",
    "as_of_worded",
    "began",
    "called",
    "chosen",
    "closed_lists",
    "dated",
    "dated_or_none",
    "day_worded",
    "durations",
    "edtf_worded",
    "end_day",
    "enumerated",
    "excerpt",
    "filters_worded",
    "flagged",
    "flagged_by_code",
    "ground",
    "in_page",
    "joined",
    "kind",
    "linked_slugs",
    "mark",
    "moment_worded",
    "month_name",
    "name",
    "path_to",
    "redacted_parts",
    "render",
    "render_linked",
    "sort_day",
    "stance",
    "text",
    "text_in",
    "titled",
    "told_apart",
    "value_worded",
]
