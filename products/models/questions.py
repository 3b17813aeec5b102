"""What buyers ask, and the answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from products.models.pages import ProductPage


class Question(Orderable):
    """A question and its answer on a product's page; drafted and published with it."""

    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="questions", verbose_name=_("product page"))
    question = models.CharField(_("question"), max_length=120)
    answer = models.TextField(_("answer"), max_length=600)

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions and answers")

    def __str__(self) -> str:
        return self.question
