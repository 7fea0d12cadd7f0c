"""The timeline as a drawing: of tens to some hundreds of entries the course of events, in chapters;
of more, how many there are in each day, month or year.
"""

from events.presenting.drawing import bars, strips
from events.presenting.drawing.bars import LANES, MOST_LANES, OTHERS
from events.presenting.drawing.chapters import (
    REST,
    Course,
    Ribbons,
    drawn_course,
    ribbons_of_actor,
    ribbons_of_topic,
)
from events.presenting.drawing.meeting import ahead
from events.presenting.drawing.named import named_events
from events.presenting.drawing.scale import Window

__all__ = [
    "LANES",
    "MOST_LANES",
    "OTHERS",
    "REST",
    "Course",
    "Ribbons",
    "Window",
    "ahead",
    "bars",
    "drawn_course",
    "named_events",
    "ribbons_of_actor",
    "ribbons_of_topic",
    "strips",
]
