"""When something was sold live: a session is one account on one platform for [start, end)."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from livestreams.teams.models import Account, Team
from products.shares import check_shares
from zhunong.places.models import Township, TownshipScopedQuerySet


class Session(models.Model):
    """A broadcast, from a room or an orchard, also past midnight. Whom it is done for: its team shares."""

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    title = models.CharField(_("title"), max_length=100)
    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("account"))
    started_at = models.DateTimeField(_("started at"))
    ended_at = models.DateTimeField(_("ended at"), help_text=_("the first moment no longer in it"))

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-started_at"]
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
