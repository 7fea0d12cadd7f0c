"""The course of events in chapters: who met, what came out, who moved, what is open."""

from events.presenting.drawing.chapters.drawn import REST, Course, drawn_course

__all__ = ["REST", "Course", "drawn_course"]
