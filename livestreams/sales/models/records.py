"""What staff changed in the world, in plain words, with what it moved; and what they said of unknown words."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhunong.places.models import Township, TownshipScopedQuerySet


class RecordedChange(models.Model):
    """One confirmed change of tables, of a line or of a request: who, when, what, and how much money it moved.

    `rows` is `[{"what": "created" | "changed" | "deleted", "key": …, "name": …, "fields": {label: [old, new]}}, …]`,
    labels being English msgids, the key being what never changes; `moves` is what `Effect.moves` holds.
    """

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    table = models.CharField(_("table"), max_length=30)
    rows = models.JSONField(default=list)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    lines = models.PositiveIntegerField(_("lines credited otherwise"), default=0)
    net_fen = models.BigIntegerField(_("net sales of these lines"), default=0)
    moves = models.JSONField(default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("changed by")
    )
    at = models.DateTimeField(_("changed at"), auto_now_add=True)
    searched = models.TextField(editable=False)
    """All that is said of the rows: texts inside JSON are searched alike by no two databases."""

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("recorded change")
        verbose_name_plural = _("recorded changes")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.table} · {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.searched = "\n".join(self.texts())
        super().save(*args, **kwargs)

    def texts(self) -> Iterator[str]:
        for row in self.rows:
            yield row.get("key", "")
            yield row["name"]
            for _label, values in row["fields"].items():
                yield from map(str, values)
        yield from (self.reason, str(self.by or ""))


class WordNote(models.Model):
    """A status word that no layout lists, looked at by staff: it refunds nothing and is off the work list."""

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    platform = models.CharField(_("platform"), max_length=20)
    word = models.CharField(_("word"), max_length=100)
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["township", "platform", "word"], name="one_note_a_word")]

    def __str__(self) -> str:
        return self.word
