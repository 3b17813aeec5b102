"""Who signs in, and for which townships they work."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhunong.places.models import Township


class User(AbstractUser):  # type: ignore[django-manager-missing]  # of wagtail's image model
    """A person with an account. Rights come from groups; which rows they hold for comes from `townships`."""

    townships = models.ManyToManyField(
        Township,
        blank=True,
        related_name="users",
        verbose_name=_("townships"),
        help_text=_("The townships whose records this person works with."),
    )
