"""Who sells: teams with dated rosters, and the platform accounts they own for a time."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhunong.places.models import Township, TownshipScopedQuerySet, Village


class PeriodQuerySet(TownshipScopedQuerySet):
    """Rows that hold for [valid_from, valid_to); a blank end is open."""

    def on(self, day: datetime.date) -> Self:
        """The rows that hold on a day."""
        return self.filter(
            models.Q(valid_from=None) | models.Q(valid_from__lte=day),
            models.Q(valid_to=None) | models.Q(valid_to__gt=day),
        )


class TeamQuerySet(TownshipScopedQuerySet):
    def of_person(self, user: Any, day: datetime.date | None = None) -> Self:
        """The teams that a person is in on a day (today), whatever their role."""
        memberships = Membership.objects.filter(user=user).on(day or timezone.localdate())
        return self.filter(pk__in=memberships.values("team"))

    def led_by(self, user: Any, day: datetime.date | None = None) -> Self:
        """The teams that a person leads on a day (today)."""
        memberships = Membership.objects.filter(user=user, role=Membership.Role.LEADER)
        return self.filter(pk__in=memberships.on(day or timezone.localdate()).values("team"))


class Team(models.Model):
    """A livestream team: of one village, of several, or (no village named) of the whole township."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="teams", verbose_name=_("township"))
    villages = models.ManyToManyField(Village, blank=True, related_name="teams", verbose_name=_("villages"))

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(PeriodQuerySet):
    township_path = "team__township"


class Membership(models.Model):
    """A person's time in a team. A person may be in two teams at once."""

    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        LEADER = "leader", _("team leader")

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("team"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MEMBER)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True, help_text=_("the first day no longer in the team"))

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["team", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["team", "user", "valid_from"], name="one_membership_a_day"),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gt=models.F("valid_from")),
                name="membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.team}"


class AccountQuerySet(TownshipScopedQuerySet):
    def shops(self) -> Self:
        """Accounts whose order files come in."""
        return self.filter(kind=Account.Kind.SHOP)

    def of_person(self, user: Any, day: datetime.date | None = None) -> Self:
        """The accounts of a person's own on a day (today): those of their teams, and the shops they operate."""
        day = day or timezone.localdate()
        owned = Ownership.objects.filter(team__in=Team.objects.of_person(user, day)).on(day)
        operated = ShopOperator.objects.filter(user=user).on(day)
        return self.filter(models.Q(pk__in=owned.values("account")) | models.Q(pk__in=operated.values("account")))


class Account(models.Model):
    """An account on a platform: a shop whose order files come in, or a streamer's. Who owns it is dated."""

    class Kind(models.TextChoices):
        SHOP = "shop", _("shop account")
        STREAMER = "streamer", _("streamer account")

    platform = models.CharField(_("platform"), max_length=20)
    account_id = models.CharField(_("account id"), max_length=64)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    nickname = models.CharField(_("nickname"), max_length=100, help_text=_("as last known"))
    township = models.ForeignKey(
        Township, on_delete=models.PROTECT, related_name="accounts", verbose_name=_("township")
    )

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["platform", "account_id"]
        constraints = [models.UniqueConstraint(fields=["platform", "account_id"], name="one_account_an_id")]

    def __str__(self) -> str:
        return self.nickname

    @property
    def slug(self) -> str:
        """`platform:account_id`, the account's name in commands."""
        return f"{self.platform}:{self.account_id}"


class OwnershipQuerySet(PeriodQuerySet):
    township_path = "account__township"


class Ownership(models.Model):
    """Which team an account belongs to for [valid_from, valid_to). No team = 待认领."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="ownerships", verbose_name=_("account"))
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="ownerships", verbose_name=_("team"),
        help_text=_("blank = unclaimed"),
    )  # fmt: skip
    nickname = models.CharField(_("nickname"), max_length=100)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("the first day it no longer holds"))

    objects = OwnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("ownership")
        verbose_name_plural = _("ownerships")
        ordering = ["account", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["account", "valid_from"], name="one_owner_a_start"),
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(valid_from=None), name="one_owner_since_ever"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from=None)
                | models.Q(valid_to=None)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="ownership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} → {self.team or '—'}"

    def clean(self) -> None:
        """No two owners of an account on one day: a rule that SQLite has no constraint for."""
        others = Ownership.objects.filter(account=self.account).exclude(pk=self.pk)
        if any(self.overlaps(other) for other in others):
            raise ValidationError(_("%(account)s would have two owners on one day"), params={"account": self.account})

    def overlaps(self, other: "Ownership") -> bool:
        starts_before_other_ends = not (self.valid_from and other.valid_to) or self.valid_from < other.valid_to
        other_starts_before_end = not (other.valid_from and self.valid_to) or other.valid_from < self.valid_to
        return starts_before_other_ends and other_starts_before_end


class ShopOperatorQuerySet(PeriodQuerySet):
    township_path = "account__township"


class ShopOperator(models.Model):
    """A person's time at a shop's back end (店铺运营): hands in its order files, in no team perhaps."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="operators", verbose_name=_("shop"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="operated_shops", verbose_name=_("person")
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True, help_text=_("the first day no longer there"))

    objects = ShopOperatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("shop operator")
        verbose_name_plural = _("shop operators")
        ordering = ["account", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["account", "user", "valid_from"], name="one_operator_a_day"),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gt=models.F("valid_from")),
                name="operator_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.account}"
