"""Order files as they were handed in, without personal data: append-only."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.teams.models import Account
from zhunong.places.models import Township, TownshipScopedQuerySet


class OrderImportQuerySet(TownshipScopedQuerySet):
    def applied(self) -> Self:
        """The imports whose sightings count."""
        return self.filter(state=OrderImport.State.APPLIED)

    def of_person(self, user: Any) -> Self:
        """The files of a person's own shops of today, and those that they handed in themselves."""
        shops = Account.objects.of_person(user)
        return self.filter(models.Q(shop__in=shops.values("pk")) | models.Q(created_by=user))

    def by_rank(self) -> Self:
        """Earliest export first; of two exported at one time the greater SHA-256 is the later (contracts, 2)."""
        return self.order_by("exported_at", "sha256", "pk")


class OrderImport(models.Model):
    """One order file of one shop, and what became of it."""

    class State(models.TextChoices):
        READING = "reading", _("being read")
        ASKING = "asking", _("waiting for its shop")
        REFUSED = "refused", _("refused")
        READY = "ready", _("waiting for a yes")
        APPLYING = "applying", _("being applied")
        APPLIED = "applied", _("applied")
        UNDONE = "undone", _("undone")

    class ShopBy(models.TextChoices):
        CHOSEN = "chosen", _("chosen by hand")
        REMEMBERED = "remembered", _("as the last file with such a name")
        ONLY = "only", _("the only shop on this platform")

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    shop = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="imports", verbose_name=_("shop")
    )
    """None only before it is known: while the file is read, while the site asks, and where the file was refused."""
    shop_by = models.CharField(_("how the shop was found"), max_length=10, choices=ShopBy, blank=True)
    platform = models.CharField(_("platform"), max_length=20, blank=True)
    file_name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    exported_at = models.DateTimeField(_("exported at"), null=True)
    first_day = models.DateField(_("first day in the file"), null=True)
    """The earliest day of order or payment in the file: with `exported_at` the days that it covers."""
    columns = models.JSONField(_("columns kept"), default=list)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.READING)
    created_at = models.DateTimeField(_("handed in at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("handed in by")
    )
    heartbeat_at = models.DateTimeField(null=True)
    progress = models.FloatField(_("progress"), default=0)
    refusal = models.JSONField(_("refusal"), null=True)
    """`{"code", "params"}` of the sentence that refused it."""

    rows = models.PositiveIntegerField(_("rows"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    older = models.PositiveIntegerField(_("older"), default=0)
    bad = models.JSONField(_("bad rows"), default=list)
    bad_count = models.PositiveIntegerField(_("number of bad rows"), default=0)
    unmapped = models.PositiveIntegerField(_("unmapped"), default=0)
    strangers = models.PositiveIntegerField(_("strangers"), default=0)
    without_team = models.PositiveIntegerField(_("without team"), default=0)
    provisional = models.PositiveIntegerField(_("provisional"), default=0)
    unknown_words = models.JSONField(_("unknown status words"), default=dict)
    paid_fen = models.BigIntegerField(_("paid in the file"), default=0)
    refunded_fen = models.BigIntegerField(_("refunded in the file"), default=0)
    delta_paid_fen = models.BigIntegerField(_("paid moved by"), default=0)
    delta_refunded_fen = models.BigIntegerField(_("refunded moved by"), default=0)

    objects = OrderImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("order file")
        verbose_name_plural = _("order files")
        ordering = ["-pk"]
        permissions = [("hand_in", _("Can hand in order files")), ("undo", _("Can undo and redo order files"))]
        constraints = [
            models.UniqueConstraint(
                fields=["shop", "sha256", "exported_at"],
                condition=models.Q(state="applied"),
                name="one_import_a_file",
            ),
            models.CheckConstraint(
                condition=models.Q(shop__isnull=False) | models.Q(state__in=["reading", "asking", "refused"]),
                name="what_counts_has_a_shop",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def rank(self) -> tuple:
        """Which of two files is later."""
        return (self.exported_at, self.sha256, self.pk)


class ImportEvent(models.Model):
    """Applied, undone, taken back: who, when, what it moved. Never edited."""

    class Kind(models.TextChoices):
        APPLIED = "applied", _("applied")
        UNDONE = "undone", _("undone")
        REDONE = "redone", _("taken back in")

    order_import = models.ForeignKey(OrderImport, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(_("what"), max_length=10, choices=Kind)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    delta_paid_fen = models.BigIntegerField(_("paid moved by"))
    delta_refunded_fen = models.BigIntegerField(_("refunded moved by"))

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.order_import}"


class StagedRow(models.Model):
    """A row read but not yet confirmed: key, row number, kept values. Swept once applied, refused or left lying."""

    order_import = models.ForeignKey(OrderImport, on_delete=models.CASCADE, related_name="staged_rows", db_index=False)
    key = models.CharField(max_length=200)
    row = models.PositiveIntegerField()
    cells = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["order_import", "key", "row"], name="staged_row_key")]

    def __str__(self) -> str:
        return self.key


class SightingChunk(models.Model):
    """Some hundred sightings of one import, sorted by key: zlib of JSON `[[key, row, value, …], …]`."""

    order_import = models.ForeignKey(OrderImport, on_delete=models.CASCADE, related_name="chunks", db_index=False)
    number = models.PositiveIntegerField()
    first_key = models.CharField(max_length=200)
    last_key = models.CharField(max_length=200)
    rows = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order_import", "number"], name="one_chunk_a_number")]

    def __str__(self) -> str:
        return f"{self.order_import} {self.first_key} – {self.last_key}"
