"""The door between the desk and the public: the only writer of versions.

Every function here is one transaction and may be called from the admin, the API and commands alike.
What takes longer is left to a worker (`events.publishing.jobs`).
"""

from events.log import CannotBringIn, NotNow
from events.publishing.checks import Surroundings, check
from events.publishing.door import (
    Note,
    NotPublishable,
    NotPublished,
    publish,
    publish_many,
    standing,
    withdraw,
)
from events.publishing.finding import ALL, in_entry, of_reference
from events.publishing.jobs import (
    JobClaim,
    claim_job,
    is_worker_there,
    job_queue,
    troubled_jobs,
    try_jobs_again,
    waiting_jobs,
    worker_appears,
    worker_leaves,
    worker_stays,
)
from events.publishing.names import keep_names
from events.publishing.problems import Need, Problem, Where
from events.publishing.purging import purge
from events.publishing.rebuilding import (
    BeingRebuilt,
    rebuild,
    rebuild_needed,
    versions_in_log,
)
from events.publishing.redacting import CannotRedact, Places, Why, confirm_why, digest, redact
from events.publishing.rederiving import stand_in
from events.publishing.repairing import Repair, repair_times, repairs
from events.publishing.replaying import CannotReplay, ListedRedaction, is_done, listed, replay
from events.publishing.republishing import (
    AT_ONCE,
    count_naming,
    left_to_worker,
    naming,
    republish,
)
from events.publishing.working import carry_out, leave_to_others

__all__ = [
    "ALL",
    "AT_ONCE",
    "BeingRebuilt",
    "CannotBringIn",
    "CannotRedact",
    "CannotReplay",
    "JobClaim",
    "ListedRedaction",
    "Need",
    "NotNow",
    "NotPublishable",
    "NotPublished",
    "Note",
    "Places",
    "Problem",
    "Repair",
    "Surroundings",
    "Where",
    "Why",
    "carry_out",
    "check",
    "claim_job",
    "confirm_why",
    "count_naming",
    "digest",
    "in_entry",
    "is_done",
    "is_worker_there",
    "job_queue",
    "keep_names",
    "leave_to_others",
    "left_to_worker",
    "listed",
    "naming",
    "of_reference",
    "publish",
    "publish_many",
    "purge",
    "rebuild",
    "rebuild_needed",
    "redact",
    "repair_times",
    "repairs",
    "replay",
    "republish",
    "stand_in",
    "standing",
    "troubled_jobs",
    "try_jobs_again",
    "versions_in_log",
    "waiting_jobs",
    "withdraw",
    "worker_appears",
    "worker_leaves",
    "worker_stays",
]
