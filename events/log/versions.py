"""The log: what was published, in order, for good; and what is derived from it for finding it
quickly.

Only `Version` holds facts. The other tables are made from its documents
(`events.documents.indexing`) and can be made again at any time (`manage.py rebuild`).
"""

from datetime import UTC, date, datetime

import orjson
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.engines import TagsField, WordsField
from events.vocabulary import Action, Kind, Stance

# `superseded_by` of a version that still stands: greater than any seq, so that "as of S" is the
# same comparison for all versions.
STANDS = 2**63 - 1

# Stands for all kinds together.
EVERY_KIND = ""


def timestamp(moment: datetime) -> str:
    """A moment as documents and the API write it: UTC, to the microsecond."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def note_by_language(note: str, notes: str | None = None) -> dict[str, str]:
    """A note by language, from the columns of a version. A text alone is one in the first language
    of the site."""
    if notes:
        found: dict[str, str] = orjson.loads(notes)
        return found
    return {settings.LANGUAGES[0][0]: note} if note else {}


class Version(models.Model):
    """One published state of an entry, or its end. A trigger forbids any change that is not on
    record as a redaction (`events.log.redactions`)."""

    seq = models.BigIntegerField(
        primary_key=True,
        help_text=_("Order of commits over the whole record, from 1, without gaps."),
    )
    entry = models.ForeignKey("events.Entry", models.PROTECT, related_name="versions")
    uid = models.UUIDField()
    number = models.PositiveIntegerField(help_text=_("1, 2, 3 … within the entry."))
    action = models.CharField(max_length=12, choices=Action)
    kind = models.CharField(max_length=12, choices=Kind)
    slug = models.SlugField(max_length=80, db_index=False)
    published_at = models.DateTimeField()
    # When it really was loaded, if its time of publication was brought in; null where that is the
    # time of the database's clock. Only versions at the beginning of the log have one.
    loaded_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    # What readers were told, as JSON text by language; null in what was published before notes had
    # a language, where it is `note`, in the first language of the site.
    notes = models.TextField(null=True)  # noqa: DJ001
    note = models.CharField(max_length=500, blank=True)
    # JSON text, served as it is: a JSON column would be decoded and encoded again for nothing. A
    # withdrawal has no document, which is not the same as an empty one.
    document = models.TextField(null=True)  # noqa: DJ001
    # The last redaction that changed this row; null for nearly all.
    redaction = models.ForeignKey(
        "events.Redaction", models.PROTECT, null=True, db_index=False, related_name="+"
    )

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["seq"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=Q(action="withdrawn", document__isnull=True)
                | Q(action="published", document__isnull=False)
                | Q(action="redacted"),
                name="version_document_by_action",
            ),
        ]
        indexes = [
            # An entry by an address it has or once had, and by its id.
            models.Index(fields=["slug", "-seq"], name="version_by_slug"),
            models.Index(fields=["uid", "-seq"], name="version_by_uid"),
            # The last seq published by a moment: as of.
            models.Index(fields=["published_at"], name="version_by_time"),
            # Withdrawals and other ends, which are few: what a feed announces.
            models.Index(fields=["seq"], condition=Q(document=None), name="version_ends"),
            # What readers were told of: the newest corrections.
            models.Index(
                fields=["seq"],
                condition=(Q(notes__isnull=False) | ~Q(note="")) & Q(number__gt=1),
                name="version_corrections",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} v{self.number}"

    @property
    def told(self) -> dict[str, str]:
        """What readers were told of it, by language; empty if nothing."""
        return note_by_language(self.note, self.notes)


class VersionIndex(models.Model):
    """What lists filter and sort by: a narrow row for each published version.

    A withdrawal has none, but ends one.
    """

    version = models.OneToOneField(
        Version, models.PROTECT, primary_key=True, db_column="seq", related_name="index"
    )
    superseded_by = models.BigIntegerField(default=STANDS)
    entry = models.IntegerField()
    slug = models.CharField(max_length=80)
    kind = models.CharField(max_length=12)
    sort = models.BigIntegerField()
    # 202509 if it began in that month for certain; 202500 if only in that year, as in spring;
    # 202530 if it can have begun in another; 202559 if it is only known to have been by a day in
    # September 2025; 0 if nothing is known.
    month = models.IntegerField()
    # When it can have begun first, when it has begun for certain, until when it lasts for certain,
    # and when it can have been last (`events.dates`).
    earliest = models.DateField(null=True)
    latest_start = models.DateField(null=True)
    earliest_end = models.DateField(null=True)
    latest = models.DateField(null=True)
    # Whether it can have begun before its place in the list.
    early = models.BooleanField(default=False)
    tags = TagsField()

    class Meta:
        default_permissions = ()
        constraints = [
            # One version of an entry stands at a time, and no two public entries share an address.
            models.UniqueConstraint(
                fields=["entry"], condition=Q(superseded_by=STANDS), name="index_one_stands"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(superseded_by=STANDS), name="index_slug_once"
            ),
        ]
        indexes = [
            # The list as it stands, its deep pages, and windows from–to. What began before the
            # window and reaches into it is found in the index alone.
            models.Index(
                fields=["sort"],
                include=["version", "earliest", "latest"],
                condition=Q(superseded_by=STANDS),
                name="index_standing",
            ),
            # The same with the kind fixed.
            models.Index(
                fields=["kind", "sort"], condition=Q(superseded_by=STANDS), name="index_kind"
            ),
            # The list as it stood: walked in order, judged without reading the table.
            models.Index(fields=["sort", "superseded_by", "version"], name="index_as_of"),
            # Windows from–to: entries that stand after the window and can have begun before.
            models.Index(fields=["sort"], condition=Q(early=True), name="index_early"),
        ]

    def __str__(self) -> str:
        return self.slug


class VersionDays(models.Model):
    """What the four bounds of an index row do not say of a date that is one of several or of an
    unknown year: most versions have none of these rows (`events.dates.windows`)."""

    version = models.ForeignKey(
        Version, models.PROTECT, db_column="seq", db_index=False, related_name="days"
    )
    telling = models.CharField(max_length=6)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["telling", "first"], name="days_telling")]

    def __str__(self) -> str:
        return f"{self.telling} {self.first}/{self.last}"


class VersionText(models.Model):
    """The words of a version, normalised: what `q` searches."""

    version = models.OneToOneField(
        Version, models.PROTECT, primary_key=True, db_column="seq", related_name="text"
    )
    words = WordsField()
    # The words in the order in which they stand, for phrases: ` one after another | next text `.
    running = models.TextField(db_default="")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class VersionUpgrade(models.Model):
    """The document of a version in today's shape, if it was published in an older one: served in
    its place (`events.documents.upgrading`)."""

    version = models.OneToOneField(
        Version, models.PROTECT, primary_key=True, db_column="seq", related_name="upgrade"
    )
    # JSON text, as in `Version`.
    document = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class Word(models.Model):
    """Every distinct word of the log: where `einsatz` finds `truppeneinsatz`."""

    text = models.CharField(max_length=80, primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class Tag(models.Model):
    """The number behind a filter value such as (actor, france), and its newest name.

    `standing`: how many standing versions have the tag, so that the lists of a filter form need not
    look at any.
    """

    id = models.AutoField(primary_key=True)
    facet = models.CharField(max_length=12)
    # Two short names may stand in it: France gives something in a domain.
    slug = models.CharField(max_length=180)
    # JSON text: {"en": …, "de": …}; for other names of an actor, a list of them; empty if the value
    # is one of a closed list.
    label = models.TextField(blank=True)
    standing = models.IntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["facet", "slug"], name="tag_once"),
        ]

    def __str__(self) -> str:
        return f"{self.facet}:{self.slug}"


class StanceIndex(models.Model):
    """One row for each holder and topic of a published position; the matrix is read from these."""

    version = models.ForeignKey(
        Version, models.PROTECT, db_column="seq", db_index=False, related_name="stances"
    )
    actor = models.ForeignKey(Tag, models.PROTECT, db_index=False, related_name="+")
    topic = models.ForeignKey(Tag, models.PROTECT, db_index=False, related_name="+")
    stance = models.CharField(max_length=12, choices=Stance)
    # JSON text of what the matrix says of the position, so that no document is needed.
    cell = models.TextField()
    # The place of the position in the list, as in its index row.
    sort = models.BigIntegerField()
    # The place from which it holds for certain, in the order in which positions follow each other;
    # null if there is no such day. And the first place from which it can hold; 0 if nobody knows.
    since = models.BigIntegerField(null=True)
    possible = models.BigIntegerField(default=0)
    # Whether the day on which it began is not known; and else which one it was, by the clocks
    # there: the two places are instants, whose day in UTC can be the one before or after.
    vague = models.BooleanField(default=False)
    day = models.DateField(null=True)
    # The last day on which it holds for certain, unless another one follows; and the last on which
    # it can. Without an end, the last day of the calendar.
    holds_until = models.DateField(default=date.max)
    ends_by = models.DateField(default=date.max)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["actor", "topic", "version"], name="stance_once"),
        ]
        indexes = [
            # The history of one cell of the matrix, as a list …
            models.Index(fields=["actor", "topic", "sort", "version"], name="stance_of_cell"),
            # … and in the order in which positions hold; the matrix is the end of each history.
            models.Index(fields=["actor", "topic", "since", "version"], name="stance_held"),
            # Positions of which nobody knows the day: they can hold before they do for certain.
            models.Index(
                fields=["since", "possible"], condition=Q(vague=True), name="stance_vague"
            ),
            # The days on which somebody took a stand.
            models.Index(fields=["day", "version"], condition=Q(vague=False), name="stance_by_day"),
            # The rows of a version: what a rebuild replaces.
            models.Index(fields=["version"], name="stance_by_version"),
        ]

    def __str__(self) -> str:
        return self.stance


class MonthCount(models.Model):
    """How many standing entries of a kind are in a month (as in index rows): counting them for each
    page would cost more than everything else on it. The kind `EVERY_KIND` has the sums over all
    kinds."""

    kind = models.CharField(max_length=12, blank=True)
    month = models.IntegerField()
    number = models.IntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "month"], name="month_count_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.month}: {self.number}"
