"""Background work: what is to be done, how far it has come, and who is there to do it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.vocabulary import JobKind, JobState

# Jobs that a worker can take.
OPEN = (JobState.WAITING, JobState.RUNNING)


class Job(models.Model):
    """One piece of background work, and how far it has come. There is one row for each record whose
    entries are renewed, and one for the rebuild: asked for again, it begins again.

    Whoever works on it has its name in `worker`, and until `due_at` nobody else takes it. After
    each step that is put off again; so the work of one that died is taken up where it stopped.
    """

    what = models.CharField(_("work"), max_length=12, choices=JobKind)
    # The record of the desk whose change is to reach readers, by the name of its model, its primary
    # key and its short name; of the rebuild, nothing.
    kind = models.CharField(max_length=20, blank=True)
    key = models.BigIntegerField(default=0)
    slug = models.CharField(max_length=80, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    asked_at = models.DateTimeField(_("asked for"))
    state = models.CharField(_("state"), max_length=8, choices=JobState, default=JobState.WAITING)
    # All times are those of the database's server.
    due_at = models.DateTimeField()
    worker = models.CharField(max_length=100, blank=True)
    # How many entries or versions there were when it was asked for, how many are done, and the last
    # one of them: the work goes on behind it.
    total = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    cursor = models.BigIntegerField(default=0)
    # How often it has failed since it last came on, and how.
    failures = models.SmallIntegerField(default=0)
    error = models.TextField(_("last error"), blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True)

    class Meta:
        verbose_name = _("background work")
        verbose_name_plural = _("background work")
        default_permissions = ()
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["what", "kind", "key"], name="job_once"),
        ]
        indexes = [
            # What a worker looks for, again and again.
            models.Index(
                fields=["due_at"],
                # As PostgreSQL writes it down, too, so that two databases can be compared.
                condition=models.Q(state=JobState.WAITING) | models.Q(state=JobState.RUNNING),
                name="job_open_by_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.kind} {self.slug}".strip()


class WorkerPresence(models.Model):
    """A worker that is there, as long as it says so every few seconds."""

    name = models.CharField(max_length=100, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class NamesRevision(models.Model):
    """How often reference data has changed: one row. What was rendered with the names of an earlier
    number is rendered again before it is published."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="names_revision_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)
