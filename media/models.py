"""Pictures: the site's own image model, from the first migration on."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet, get_upload_to

from media.fields import PictureField


class PictureQuerySet(ImageQuerySet):
    def withheld(self) -> Self:
        """Those that visitors may not see: `may_be_published` is false."""
        people = CustomImage.People
        return self.exclude(people_shown__in=(people.NOBODY, people.AGREED))

    def of_file(self, name: str) -> Self:
        """The one whose file this is, or a rendition of it; by its name in the storage."""
        cut = CustomRendition.objects.filter(image=OuterRef("pk"), file=name)
        return self.filter(Q(file=name) | Exists(cut))


class CustomImage(AbstractImage):
    """A picture of the library: what it shows in words, whose it is, and whether those on it agreed."""

    class People(models.TextChoices):
        """Whether somebody can be recognised (Civil Code of China, art. 1018 f.: nobody's likeness without consent)."""

        NOBODY = "nobody", _("nobody who can be recognised")
        AGREED = "agreed", _("people who agreed to be shown")
        NOT_ASKED = "not_asked", _("people who have not been asked yet")
        NOT_SAID = "not_said", _("not yet said")

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    is_placeholder = models.BooleanField(
        _("placeholder"), default=False, help_text=_("A drawn picture that stands in until a real one is taken.")
    )
    credit = models.CharField(
        _("photographer or source"), max_length=100, blank=True, help_text=_("Shown below the picture.")
    )
    people_shown = models.CharField(
        _("people shown"), max_length=10, choices=People, default=People.NOBODY,
        help_text=_("Pictures with people who have not been asked are not shown to visitors."),
    )  # fmt: skip
    consent_note = models.CharField(
        _("note on consent"),
        max_length=200,
        blank=True,
        help_text=_("Who agreed, when, and where it is kept. Not public."),
    )
    cuts = models.JSONField(default=dict, blank=True, editable=False)
    """What has been cut from it for pages: `media.cuts`."""

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (
        "title", "file", "description", "credit", "people_shown", "consent_note", "is_placeholder", "collection",
        *(name for name in Image.admin_form_fields if name.startswith("focal_point")),
    )  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    @property
    def may_be_published(self) -> bool:
        """Whether visitors may see it: nobody on it, or all agreed."""
        return self.people_shown in (self.People.NOBODY, self.People.AGREED)

    @property
    def why_not_shown(self) -> str:
        """Why visitors may not see it and what to do about it, in a sentence; blank for what they may see."""
        if self.may_be_published:
            return ""
        if self.people_shown == self.People.NOT_ASKED:
            said = gettext(
                "The picture “%(title)s” shows people who have not been asked. Ask them and write down at the picture "
                "who agreed, or choose another one."
            )
        else:
            said = gettext(
                "Nobody has said yet whether people can be recognised on the picture “%(title)s”. Say so at the "
                "picture, or choose another one."
            )
        return said % {"title": self.title}

    @property
    def needs_alternative(self) -> bool:
        """Whether it still has to be said in words what it shows: uploaded with others, before the form asked."""
        return not self.description.strip()

    @property
    def alternative(self) -> str:
        """What a screen reader says."""
        return self.description.strip() or self.title


class CustomRendition(AbstractRendition):
    """A picture cut to a size that a page asked for."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
