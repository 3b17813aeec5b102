"""Pictures: the site's own image model, from the first migration on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CustomImage(AbstractImage):
    """A picture of the library."""

    is_placeholder = models.BooleanField(
        _("placeholder"), default=False, help_text=_("A drawn picture that stands in until a real one is taken.")
    )

    admin_form_fields = (*Image.admin_form_fields, "is_placeholder")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]


class CustomRendition(AbstractRendition):
    """A picture cut to a size that a page asked for."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]
