"""Names that the first migrations import from here. Migrations are not edited afterwards, so they
must stay available under this module."""

from events.engines import STRETCH_BITS, EngineSQL, TagsField, WordsField

__all__ = ["STRETCH_BITS", "EngineSQL", "TagsField", "WordsField"]
