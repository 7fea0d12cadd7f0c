"""Which log this is: an id that a record is given once, by a migration, and keeps wherever it goes.

Moving the record to another database, and putting back a backup, take it along. Two sites that were
set up apart have different ones.
"""

import uuid

from django.db import models


class LogIdentity(models.Model):
    """One row, which a migration makes."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    uid = models.UUIDField(default=uuid.uuid4)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="log_identity_once"),
        ]

    def __str__(self) -> str:
        return str(self.uid)
