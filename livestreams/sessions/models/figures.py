"""What a platform says of a session: numerators and denominators as it gives them, each source a row of its own."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunong.places.models import TownshipScopedQuerySet

if TYPE_CHECKING:
    from livestreams.sessions.models.sessions import Session


def figures_storage() -> Storage:
    return FileSystemStorage(location=settings.PROOFS_DIR)


def figures_path(figures: "PlatformFigures", file_name: str) -> str:
    """A name that tells nothing: a phone's own file names may hold names and numbers."""
    session: Session = figures.session
    return f"{session.township.slug}/sessions/{session.started_at:%Y-%m}/{uuid.uuid4().hex}.jpg"


def number(words: object, **more: object) -> models.PositiveBigIntegerField:
    """A count that a platform may leave out: missing is never 0."""
    return models.PositiveBigIntegerField(words, null=True, blank=True, **more)  # type: ignore[arg-type]


class FiguresQuerySet(TownshipScopedQuerySet):
    township_path = "session__township"


class PlatformFigures(models.Model):
    """The figures of one session from one source; names as in the glossary (commerce.md, section 3)."""

    class Source(models.TextChoices):
        """The better first: a field counts from the first source that has it."""

        EXPORT = "export", _("the platform's own list")
        PICTURE = "picture", _("typed, with a picture")
        TYPED = "typed", _("typed")

    session = models.ForeignKey("live_sessions.Session", on_delete=models.CASCADE, related_name="figures")
    source = models.CharField(_("source"), max_length=10, choices=Source)
    as_of = models.DateTimeField(_("as of"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    picture = models.FileField(_("picture of the figures"), storage=figures_storage, upload_to=figures_path, blank=True)
    """Proof of typed figures; deleted when the platform's list confirms them."""
    picture_deleted_at = models.DateTimeField(null=True, editable=False)
    file_name = models.CharField(_("file"), max_length=200, blank=True)

    duration_s = number(_("duration"))
    impressions = number(_("times shown"))
    impression_uv = number(_("people it was shown to"))
    views = number(_("views"))
    viewers_uv = number(_("viewers"))
    pcu = number(_("most online at once"))
    acu = number(_("online on average"))
    avg_watch_s = number(_("seconds watched on average"))
    new_followers = number(_("new followers"))
    lost_followers = number(_("followers lost"))
    fan_club_new = number(_("joined the fan club"))
    likes = number(_("likes"))
    comments = number(_("comments"))
    comment_uv = number(_("people who commented"))
    shares = number(_("times shared"))
    share_uv = number(_("people who shared"))
    gift_uv = number(_("people who sent gifts"))
    products_shown = number(_("products shown"))
    product_impressions = number(_("product cards shown"))
    product_impression_uv = number(_("people who saw a product card"))
    product_clicks = number(_("clicks on products"))
    product_click_uv = number(_("people who opened a product"))
    paid_orders = number(_("orders paid"))
    paid_fen = number(_("paid amount"))
    user_paid_fen = number(_("paid by users"))
    items = number(_("units sold"))
    buyers = number(_("buyers"))
    refund_orders = number(_("orders refunded"))
    refund_fen = number(_("refunded amount"))
    net_fen = number(_("net amount"))
    commission_fen = number(_("commission expected"))
    spend_fen = number(_("spent on promotion"))

    objects = FiguresQuerySet.as_manager()

    class Meta:
        verbose_name = _("figures of a session")
        verbose_name_plural = _("figures of sessions")
        constraints = [models.UniqueConstraint(fields=["session", "source"], name="one_row_a_source")]

    def __str__(self) -> str:
        return f"{self.session} {self.get_source_display()}"


FIELDS = tuple(
    field.name for field in PlatformFigures._meta.local_fields if isinstance(field, models.PositiveBigIntegerField)
)
"""The figures themselves, in the order in which they are told."""
