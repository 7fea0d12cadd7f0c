"""Which fields are written in every configured language."""

from modeltranslation.translator import TranslationOptions, register

from events.models import (
    Actor,
    Citation,
    Commitment,
    Contribution,
    Development,
    Entry,
    Figure,
    Measure,
    Position,
    Process,
    Question,
    StatusChange,
    Summit,
    Topic,
)


@register(Process)
class ProcessTranslation(TranslationOptions):
    fields = ("name", "summary")


@register(Actor)
class ActorTranslation(TranslationOptions):
    fields = ("name", "office", "description")


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "description")


@register(Measure)
class MeasureTranslation(TranslationOptions):
    fields = ("name",)


@register(Entry)
class EntryTranslation(TranslationOptions):
    fields = ("title", "summary", "date_label")


@register(Summit)
class SummitTranslation(TranslationOptions):
    fields = ("place",)


@register(Commitment)
class CommitmentTranslation(TranslationOptions):
    fields = ("condition",)


@register(Position)
class PositionTranslation(TranslationOptions):
    fields = ("attribution",)


@register((Development, Question))
class PlainEntryTranslation(TranslationOptions):
    pass


@register(Citation)
class CitationTranslation(TranslationOptions):
    fields = ("note",)


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("reason",)


@register(Contribution)
class ContributionTranslation(TranslationOptions):
    fields = ("note",)


@register(StatusChange)
class StatusChangeTranslation(TranslationOptions):
    fields = ("note",)
