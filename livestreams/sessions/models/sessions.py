"""When something was sold live: a session is one account on one platform for [start, end)."""

from collections.abc import Mapping
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.models.events import Event, EventTeam
from livestreams.teams.models import Account, Ownership, Team
from products.shares import check_shares
from zhunong.places.models import Township, TownshipScopedQuerySet


def code_storage() -> Storage:
    return FileSystemStorage(location=settings.CODES_DIR)


class SessionQuerySet(TownshipScopedQuerySet):
    def announced(self) -> Self:
        """Those that visitors may know of. One that came by a table alone was announced by its being there."""
        return self.filter(Q(event=None) | Q(event__is_announced=True))

    def of_person(self, user: Any) -> Self:
        """Done for a team that the person is in today; where none is named, on an account of such a team."""
        teams = Team.objects.of_person(user)
        owned = Ownership.objects.filter(team__in=teams).on(timezone.localdate()).values("account")
        shared = SessionShare.objects.filter(team__in=teams).values("session")
        agreed = (EventTeam.Answer.OWN, EventTeam.Answer.AGREED)
        parts = EventTeam.objects.filter(team__in=teams, answer__in=agreed).values("event")
        return self.filter(Q(pk__in=shared) | Q(event__in=parts) | Q(shares=None, account__in=owned))


class Session(models.Model):
    """A broadcast, from a room or an orchard, also past midnight. Whom it is done for: its team shares.

    `started_at` and `ended_at` are the times that count, `windows.counting` says from which source: the platform's own
    win over what was pressed here, that over the plan. All three are kept. Written by `windows` and `planning` alone,
    and by the tables of the contracts.
    """

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    title = models.CharField(_("title"), max_length=100)
    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("account"))
    started_at = models.DateTimeField(_("started at"))
    ended_at = models.DateTimeField(_("ended at"), help_text=_("the first moment no longer in it"))
    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="sessions",
        verbose_name=_("event"),
    )  # fmt: skip
    """Several accounts at once are one event. None = came by a table and nobody has planned it here."""
    planned_start = models.DateTimeField(_("planned start"), null=True, editable=False)
    planned_end = models.DateTimeField(_("planned end"), null=True, editable=False)
    pressed_start = models.DateTimeField(_("start pressed here"), null=True, editable=False)
    pressed_end = models.DateTimeField(_("end pressed here"), null=True, editable=False)
    platform_start = models.DateTimeField(_("the platform's start"), null=True, editable=False)
    platform_end = models.DateTimeField(_("the platform's end"), null=True, editable=False)
    reservation = models.CharField(_("reservation or room link"), max_length=500, blank=True, editable=False)
    """What the platform gives for its own reservation: a link, drawn as a code on this platform's poster alone."""
    reservation_code = models.FileField(
        _("picture of the reservation code"), storage=code_storage, upload_to="reservations", blank=True, editable=False
    )
    """Where the platform gives a picture of a code instead of a link."""
    replay_url = models.URLField(_("replay link"), max_length=500, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["township", "started_at"], name="session_township_start")]
        constraints = [
            models.UniqueConstraint(fields=["account", "started_at"], name="one_session_a_start"),
            models.CheckConstraint(
                condition=models.Q(ended_at__gt=models.F("started_at")), name="session_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Sessions of one account do not overlap: a rule that SQLite has no constraint for."""
        others = Session.objects.filter(account=self.account).exclude(pk=self.pk)
        other = others.filter(started_at__lt=self.ended_at, ended_at__gt=self.started_at).first()
        if other:
            raise ValidationError(_("overlaps the session “%(slug)s” of the same account"), params={"slug": other.slug})

    def shares_by_slug(self) -> dict[str, int]:
        return {share.team.slug: share.percent for share in self.shares.select_related("team")}

    @transaction.atomic
    def set_shares(self, shares: Mapping[Team, int]) -> None:
        """The only writer of session shares. Raises ValidationError unless they sum to 100."""
        check_shares({team.slug: percent for team, percent in shares.items()})
        self.shares.all().delete()
        self.shares.bulk_create(
            SessionShare(session=self, team=team, percent=percent) for team, percent in shares.items()
        )


class SessionShare(models.Model):
    """One team's share of a session, in per cent. Written by `Session.set_shares` only."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="shares")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    percent = models.PositiveSmallIntegerField(_("per cent"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "team"], name="one_share_a_team"),
            models.CheckConstraint(condition=models.Q(percent__range=(1, 100)), name="session_percent_1_to_100"),
        ]

    def __str__(self) -> str:
        return f"{self.team}:{self.percent}"
