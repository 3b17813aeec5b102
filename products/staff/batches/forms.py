"""A batch and a soil claim as forms: choices told so that two townships' rows cannot be mistaken for each other."""

from typing import Any

from django import forms
from django.db.models import Model
from wagtail.admin.forms import WagtailAdminModelForm

from products.models import Report
from products.staff.choices import read_choices_once
from zhunong.places.models import Township


class BatchForm(WagtailAdminModelForm):
    """What stands on the 合格证 of a batch. The address behind its code is made by itself and never changes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        read_choices_once(self)
        report: Any = self.fields["report"]
        report.queryset = Report.objects.select_related("product").order_by("product__name", "-sampled_on")
        report.label_from_instance = told_report


def told_report(report: Model) -> str:
    assert isinstance(report, Report)
    return f"{report.product} · {report.number}"


class SoilClaimForm(WagtailAdminModelForm):
    """Who says of which soil that it is rich in selenium. Says nothing of any fruit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        townships: Any = self.fields["township"]
        townships.queryset = Township.objects.workable_by(self.for_user) if self.for_user else Township.objects.none()
        if len(townships.queryset) == 1:
            townships.initial, townships.widget = townships.queryset[0], forms.HiddenInput()
