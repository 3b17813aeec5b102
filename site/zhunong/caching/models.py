"""The stamp of what visitors see: it changes with each transaction that writes something shown to them.

A row for each writing transaction, never a counter: a counter's row would be held until the end of a long import, and
two writers could wait for each other. What was written last is not enough either: PostgreSQL numbers rows before they
are committed, so that an older number may come to light later. The sum of random marks has neither weakness.
"""

import secrets

from django.db import connection, models

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


ASKED = f"SELECT COUNT(id), SUM(mark) FROM {Change._meta.db_table}"  # noqa: S608
"""Put into SQL by hand: it is asked for every page, and a queryset takes longer to build than to answer."""


def stamp() -> str:
    """Names the state of the database as a visitor sees it now. One query on a small table."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED)
        count, marks = cursor.fetchone()
    return f"{count}-{marks or 0}"
