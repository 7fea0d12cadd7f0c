"""The state of play of a process, and the entries on which it rests."""

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from events.log import Version
from events.models.entry import Entry
from events.models.part import Part
from events.vocabulary import Kind

# A link of Markdown that leads to an entry by its short name: [signed a declaration](paris-2026).
LINK = re.compile(r"\[[^\[\]]+\]\(([-\w]+)\)", re.ASCII)
BETWEEN_SENTENCES = re.compile(r"\n\s*\n")


class Overview(Entry):
    """Where a process has got to. Each paragraph of its summary is a sentence that links the
    entries on which it rests, which are kept in `rests_on` when it is saved."""

    KIND = Kind.OVERVIEW

    class Meta:
        verbose_name = _("state of play")
        verbose_name_plural = _("states of play")

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.keep_links()

    def keep_links(self) -> None:
        """Let `rests_on` have those entries that the summary links, and that there are."""
        wanted = list(dict.fromkeys(self.linked().values()))
        if wanted != list(self.rests_on.values_list("entry", flat=True)):
            self.rests_on.all().delete()
            RestsOn.objects.bulk_create(RestsOn(overview=self, entry_id=key) for key in wanted)

    def linked(self) -> dict[str, int]:
        """The entries that the summary links in any language, by the short name that stands there,
        in its order; by one that they had before, too."""
        texts = [text for _language, text in self.sentences()]
        slugs = list(dict.fromkeys(slug for text in texts for slug in LINK.findall(text)))
        if not slugs:
            return {}
        had = Version.objects.filter(slug__in=slugs).values_list("slug", "entry")
        have = Entry.objects.filter(slug__in=slugs).values_list("slug", "pk")
        known = dict(had) | dict(have)
        return {slug: known[slug] for slug in slugs if known.get(slug, self.pk) != self.pk}

    def sentences(self) -> Iterator[tuple[str, str]]:
        """The paragraphs of the summary, each after its language."""
        for language in settings.MODELTRANSLATION_LANGUAGES:
            text = getattr(self, build_localized_fieldname("summary", language)) or ""
            for sentence in BETWEEN_SENTENCES.split(text):
                if sentence.strip():
                    yield language, sentence.strip()


class RestsOn(Part):
    """An entry that a state of play links."""

    overview = models.ForeignKey(Overview, models.CASCADE, related_name="rests_on")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="bears")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["overview", "entry"], name="rests_on_once"),
        ]

    def __str__(self) -> str:
        return str(self.entry)
