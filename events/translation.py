"""The fields that are written in every configured language."""

from modeltranslation.translator import TranslationOptions, register, translator

from events.models import (
    KINDS,
    Actor,
    ActorPicture,
    Citation,
    CommitmentPart,
    Domain,
    EarlierDate,
    Entry,
    EntryPicture,
    Figure,
    FormerName,
    Measure,
    Medium,
    MeetingFormat,
    MeetingPlace,
    Office,
    Process,
    ProcessPicture,
    RollCallStage,
    Source,
    StatusChange,
    Topic,
    Unit,
    WalkStep,
)


@register(Process)
class ProcessTranslation(TranslationOptions):
    fields = ("name", "summary")


@register(Actor)
class ActorTranslation(TranslationOptions):
    fields = ("name", "office", "description")


@register(Office)
class OfficeTranslation(TranslationOptions):
    fields = ("title",)


@register(FormerName)
class FormerNameTranslation(TranslationOptions):
    fields = ("name",)


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "description", "other_names")


@register(Domain)
class DomainTranslation(TranslationOptions):
    fields = ("name", "description")


@register(MeetingFormat)
class MeetingFormatTranslation(TranslationOptions):
    fields = ("name", "description")


@register(Measure)
class MeasureTranslation(TranslationOptions):
    fields = ("name",)


@register(Unit)
class UnitTranslation(TranslationOptions):
    fields = ("name", "one")


@register(Source)
class SourceTranslation(TranslationOptions):
    fields = ("state_note",)


@register(Entry)
class EntryTranslation(TranslationOptions):
    fields = ("title", "summary", "date_label")


for model in KINDS.values():
    translator.register(model, TranslationOptions, fields=model.TRANSLATED)


@register(Citation)
class CitationTranslation(TranslationOptions):
    fields = ("note",)


@register(Medium)
class MediumTranslation(TranslationOptions):
    fields = ("title",)


@register(EntryPicture)
@register(ActorPicture)
@register(ProcessPicture)
class PictureTranslation(TranslationOptions):
    fields = ("caption", "description")


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("reason",)


@register(RollCallStage)
class RollCallStageTranslation(TranslationOptions):
    fields = ("note",)


@register(CommitmentPart)
class CommitmentPartTranslation(TranslationOptions):
    fields = ("text",)


@register(StatusChange)
class StatusChangeTranslation(TranslationOptions):
    fields = ("note",)


@register(MeetingPlace)
class MeetingPlaceTranslation(TranslationOptions):
    fields = ("name",)


@register(EarlierDate)
class EarlierDateTranslation(TranslationOptions):
    fields = ("note",)


@register(WalkStep)
class WalkStepTranslation(TranslationOptions):
    fields = ("text",)
