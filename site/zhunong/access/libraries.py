"""Each township's own pictures: a collection that is made when somebody of the township first needs it."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from zhunong.access.page_rights import PICTURING, LibraryRight, Permission
from zhunong.places.models import Township


class TownshipLibrary(models.Model):
    """Which collection holds a township's pictures; nobody elsewhere sees it."""

    township = models.OneToOneField(
        Township, on_delete=models.CASCADE, related_name="library", verbose_name=_("township")
    )
    collection = models.OneToOneField(
        Collection, on_delete=models.PROTECT, related_name="+", verbose_name=_("collection")
    )

    class Meta:
        verbose_name = _("library of a township")
        verbose_name_plural = _("libraries of townships")

    def __str__(self) -> str:
        return str(self.township)


def library_of(township: Township) -> Collection:
    """The township's collection, made now if there is none."""
    return libraries_of([township])[0]


def libraries_of(townships: Iterable[Township]) -> list[Collection]:
    """One query where all of them are made already."""
    wanted = {township.pk: township for township in townships}
    found = TownshipLibrary.objects.filter(township__in=wanted).select_related("collection").order_by("pk")
    made = {library.township_id: library.collection for library in found}
    return [made[pk] if pk in made else make_library(township) for pk, township in wanted.items()]


@transaction.atomic
def make_library(township: Township) -> Collection:
    """One at a time for a township: who comes second finds it made."""
    Township.objects.select_for_update().get(pk=township.pk)
    library = TownshipLibrary.objects.filter(township=township).select_related("collection").first()
    if library is None:
        collection = Collection.get_first_root_node().add_child(instance=Collection(name=township.name))
        library = TownshipLibrary.objects.create(township=township, collection=collection)
    return library.collection


def library_rights(user: Any) -> list[LibraryRight]:
    """To see, bring and describe the pictures of the townships on whose pages a person works."""
    townships = [area.township for area in user.page_areas]  # read along with their libraries
    collections = [each.library.collection if hasattr(each, "library") else library_of(each) for each in townships]
    return [LibraryRight(each, Permission(codename)) for each in collections for codename in PICTURING]
