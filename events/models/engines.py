"""What the first migrations take from here, where it stood when they were written: they stay as
they are, so that it has to be found under this name."""

from events.engines import STRETCH_BITS, EngineSQL, TagsField, WordsField

__all__ = ["STRETCH_BITS", "EngineSQL", "TagsField", "WordsField"]
