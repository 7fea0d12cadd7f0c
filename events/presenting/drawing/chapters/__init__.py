"""The course of events in chapters: who met, what came out, who moved, what is open."""

from events.presenting.drawing.chapters.drawn import REST, Course, drawn_course
from events.presenting.drawing.chapters.ribbons import (
    Ribbons,
    ribbons_of_actor,
    ribbons_of_topic,
)

__all__ = ["REST", "Course", "Ribbons", "drawn_course", "ribbons_of_actor", "ribbons_of_topic"]
