"""What the desk has asked for and a worker does: who may see it, and have it tried again."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from events import publishing
from events.desk.rights import TO_PUBLISH, By
from events.models import Job

NO_WORKER = _("Work is waiting, and no worker is running. Start one: `manage.py worker`.")


def may_see_jobs(by: By) -> bool:
    """Those whose changes readers see."""
    return by is None or by.has_perm(TO_PUBLISH)


def try_jobs_again(jobs: QuerySet[Job], *, by: By) -> int:
    """Let workers take up what was given up; return how many jobs that were."""
    return publishing.try_jobs_again(jobs) if may_see_jobs(by) else 0


def waits_without_worker() -> bool:
    """Is there work, and nobody to do it?"""
    return publishing.waiting_jobs() > 0 and not publishing.is_worker_there()
