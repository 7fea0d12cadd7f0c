"""What all rows that belong to one record of the desk have in common."""

from django.db import models

from events.models.text import check_text


class Part(models.Model):
    """A row that belongs to one entry and holds only characters that a text may have."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        check_text(self)
