"""Townships and their villages: where things grow and whom a record belongs to."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class TownshipScopedQuerySet(models.QuerySet):
    """Rows that belong to a township. `township_path` leads from the row to it."""

    township_path = "township"

    def visible_to(self, user: Any) -> Self:
        """The rows of the townships that the user works for or looks at; a superuser sees all, a stranger nothing."""
        if not user.is_active or user.is_superuser:
            return self if user.is_superuser and user.is_active else self.none()
        return self.filter(**{f"{self.township_path}__in": user.townships_seen()})

    def workable_by(self, user: Any) -> Self:
        """Of these rows those that the user may change: never those of a county that is only looked at."""
        if not user.is_active or user.is_superuser:
            return self if user.is_superuser and user.is_active else self.none()
        return self.filter(**{f"{self.township_path}__in": user.townships_worked_with()})


class TownshipQuerySet(TownshipScopedQuerySet):
    township_path = "pk"


class Township(models.Model):
    """A 镇 that runs this site, alone or with others in one database."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=50)
    county = models.CharField(_("county"), max_length=50)

    objects = TownshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("township")
        verbose_name_plural = _("townships")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class Village(models.Model):
    """A 村: where a product grew."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=50)
    township = models.ForeignKey(
        Township, on_delete=models.PROTECT, related_name="villages", verbose_name=_("township")
    )

    objects = TownshipScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name
