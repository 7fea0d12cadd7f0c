"""By what the records of the desk are looked up. Derived: made anew from the records at any time.

A desk table: no public code reads it.
"""

from enum import StrEnum

from django.db import models


class NameKind(StrEnum):
    """What it is to a record that it is called like this."""

    NAME = "name"
    # A code of ISO 3166 or of a currency, a number in a register.
    CODE = "code"
    ALIAS = "alias"
    FORMER = "former"
    # Where a publication is, in one spelling.
    ADDRESS = "address"
    # Its publisher, its day, its short name: what tells it from others.
    ALSO = "also"


class NameRow(models.Model):
    """One name of a record from one of its words on: “starmer” of “Keir Starmer”.

    `kind` and `key` are those of the audit: the name of a model, for an entry that of its kind, and
    a primary key. There is no foreign key, because that is of many tables.
    """

    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    how = models.CharField(max_length=8)
    # Normalised (`events.words`). On PostgreSQL in the order of its bytes, as on SQLite, so that an
    # index finds beginnings.
    text = models.CharField(max_length=200)
    # Which word of the name it begins with, from 0 on.
    place = models.PositiveSmallIntegerField()
    # Of its first word, by which misspelt ones are found.
    bones = models.CharField(max_length=80)

    class Meta:
        default_permissions = ()
        indexes = [
            # What begins like this, and what comes before and after it.
            models.Index(fields=["kind", "text"], name="called_by_text"),
            # What is spelt almost like this.
            models.Index(fields=["kind", "bones"], name="called_by_bones"),
            # All that one record is called, and which is the newest record.
            models.Index(fields=["kind", "key"], name="called_by_record"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.text}"
