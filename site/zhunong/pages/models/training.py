"""Courses: what was taught and what comes next."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from zhunong.pages.models.base import TEXT_FEATURES, PicturedPage


class TrainingPage(PicturedPage, Page):  # type: ignore[django-manager-missing]  # of wagtail
    """The courses of the centre. Days to come stand above those that were."""

    text = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)

    content_panels = [*PicturedPage.content_panels, FieldPanel("text"), InlinePanel("days", label=_("course"))]
    search_fields = [*PicturedPage.search_fields, index.SearchField("text")]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Courses with their dates, to come and past.")

    class Meta:
        verbose_name = _("training page")
        verbose_name_plural = _("training pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        context, today = super().get_context(request, *args, **kwargs), timezone.localdate()
        days = sorted(self.days.all(), key=lambda each: each.day)
        coming = [each for each in days if each.day >= today]
        return context | {"coming": coming, "past": [each for each in reversed(days) if each.day < today]}


class TrainingDay(models.Model):
    """One course on one day."""

    page = ParentalKey(TrainingPage, on_delete=models.CASCADE, related_name="days", verbose_name=_("training page"))
    day = models.DateField(_("day"))
    time = models.CharField(_("time"), max_length=40, blank=True, help_text=_("e.g. 9:00–11:30"))
    title = models.CharField(_("subject"), max_length=100)
    place = models.CharField(_("place"), max_length=100, blank=True)
    audience = models.CharField(_("for whom"), max_length=100, blank=True)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("day"), FieldPanel("time")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("audience")]),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return self.title
