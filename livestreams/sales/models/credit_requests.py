"""认领: a team says that an account, a streamer or one line is theirs; a clerk says yes or no."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.teams.models import Team
from zhunong.places.models import Township, TownshipScopedQuerySet


class CreditRequestQuerySet(TownshipScopedQuerySet):
    def of_person(self, user: Any) -> Self:
        """What the person's teams of today asked for."""
        return self.filter(team__in=Team.objects.of_person(user))

    def waiting(self) -> Self:
        return self.filter(state=CreditRequest.State.WAITING)


class CreditRequest(models.Model):
    """A team's request for the credit of an account (or of a streamer not entered yet) for a time, or of one line."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for the clerk")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("not granted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="credit_requests", verbose_name=_("team"))
    platform = models.CharField(_("platform"), max_length=20)
    account_id = models.CharField(_("account id"), max_length=100, help_text=_("of the shop or the streamer"))
    key = models.CharField(_("sub-order"), max_length=200, blank=True)
    """Blank = all lines of the account in the time."""
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("until"), null=True, blank=True, help_text=_("the first day no longer in it"))
    note = models.CharField(_("why it is ours"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    at = models.DateTimeField(_("asked at"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = CreditRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for credit")
        verbose_name_plural = _("requests for credit")
        ordering = ["-pk"]
        permissions = [("decide", _("Can decide on sales written down, requests and words"))]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "platform", "account_id", "key"],
                condition=models.Q(state="waiting"),
                name="one_waiting_request",
            )
        ]

    def __str__(self) -> str:
        return f"{self.team} ← {self.platform}:{self.account_id} {self.key}".strip()
