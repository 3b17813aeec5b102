"""The stamp of what visitors see: it changes with each transaction that writes something shown to them.

A row for each writing transaction, never a counter: a counter's row would be held until the end of a long import, and
two writers could wait for each other. What was written last is not enough either: PostgreSQL numbers rows before they
are committed, so that an older number may come to light later. The sum of random marks has neither weakness.
"""

import secrets

from django.db import models
from django.db.models import Count, Sum

BITS = 40
"""Marks are so large that sums cannot meet by chance, and so small that 64 bits hold the sum of millions."""


def new_mark() -> int:
    return secrets.randbits(BITS)


class Change(models.Model):
    """Something that visitors see was written, in the transaction that wrote it."""

    mark = models.BigIntegerField(default=new_mark)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "change"

    def __str__(self) -> str:
        return str(self.mark)


def stamp() -> str:
    """Names the state of the database as a visitor sees it now. One query on a small table."""
    found = Change.objects.aggregate(count=Count("pk"), marks=Sum("mark"))
    return f"{found['count']}-{found['marks'] or 0}"
