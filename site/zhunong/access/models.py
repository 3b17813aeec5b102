"""Who signs in, and for which townships they work."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from zhunong.access.approval import TownshipApproval
from zhunong.access.libraries import TownshipLibrary, library_rights
from zhunong.access.page_rights import Area, LibraryRight, PageRight, areas_of
from zhunong.access.roles import STAFF, roles_of
from zhunong.places.models import Township

__all__ = ["TownshipApproval", "TownshipLibrary", "User"]


class User(AbstractUser):  # type: ignore[django-manager-missing]  # of wagtail's image model
    """A person with an account. Rights come from roles; their rows from townships, county, teams and shops."""

    display_name = models.CharField(_("name"), max_length=50, blank=True)
    phone = models.CharField(
        _("phone number"), max_length=20, unique=True, null=True, blank=True,
        help_text=_("may be used to sign in"),
    )  # fmt: skip
    townships = models.ManyToManyField(
        Township,
        blank=True,
        related_name="users",
        verbose_name=_("townships"),
        help_text=_("The townships whose records this person works with."),
    )
    county = models.CharField(
        _("county, reading only"), max_length=50, blank=True,
        help_text=_("This person sees the records of every township of the county, and changes none of them."),
    )  # fmt: skip
    invited_at = models.DateTimeField(_("last one-time link made at"), null=True, editable=False)
    """A newer link makes older ones void."""
    anonymised_at = models.DateTimeField(_("made anonymous at"), null=True, editable=False)

    class Meta(AbstractUser.Meta):
        permissions = [("manage_people", _("Can make accounts and say who is in which team"))]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_full_name(self) -> str:
        if self.anonymised_at:
            return gettext("former member %(number)s") % {"number": self.pk}
        return self.display_name

    def get_short_name(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def roles(self) -> frozenset[str]:
        """Names of the roles held today."""
        return roles_of(self.pk, timezone.localdate())

    @property
    def may_enter(self) -> bool:
        """Whoever holds no role today is nobody to the site today."""
        return self.is_superuser or bool(self.roles)

    def townships_seen(self) -> QuerySet[Township]:
        """Whose records this person may look at in the office: those worked with, and all of the county."""
        if not self.county:
            return self.townships.all()
        return Township.objects.filter(Q(pk__in=self.townships.values("pk")) | Q(county=self.county))

    def townships_worked_with(self) -> QuerySet[Township]:
        """Whose records this person may change: staff's alone. A team's right to hand in makes no reader a clerk."""
        return self.townships.all() if STAFF in self.roles else Township.objects.none()

    @cached_property
    def page_areas(self) -> list[Area]:
        """The townships on whose pages this person works today, and what they may do there."""
        return areas_of(self)

    @cached_property
    def _page_permission_cache(self) -> list[PageRight]:
        """Where Wagtail looks for a user's rights to pages before it asks groups."""
        return [right for area in self.page_areas for right in area.rights]

    @cached_property
    def _explorable_root_page_cache(self) -> Page:
        """Where Wagtail keeps the page at which a user's tree begins; without an answer (several) it works it out."""
        pages = {right.page_id: right.page for right in self._page_permission_cache}
        if self.is_superuser or len(pages) != 1:
            raise AttributeError
        return pages.popitem()[1]

    @cached_property
    def _collection_permission_cache(self) -> list[LibraryRight]:
        """The same for pictures."""
        return library_rights(self)
