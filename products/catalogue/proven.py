"""`products.selenium.weigh` as a question to the database: which products have a valid report, however many there are.

A test holds the two to one another.
"""

import datetime

from django.db.models import BigIntegerField, Case, ExpressionWrapper, F, FloatField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Round

from products.models import Report, Unit

DECIMALS = 10_000
"""Contents are kept with four decimals: compared as whole numbers, so that 15 is not less than 15 anywhere."""


def proven_on(day: datetime.date) -> QuerySet:
    """Primary keys of the products of which a fruit claim may be made on that day."""
    return valid_reports(day).order_by().values("product")


def valid_reports(day: datetime.date) -> QuerySet[Report]:
    """The reports that carry a fruit claim on that day."""
    in_force = Q(limit__standard__valid_from=None) | Q(limit__standard__valid_from__lte=day)
    in_force &= Q(limit__standard__valid_to=None) | Q(limit__standard__valid_to__gt=day)
    dated = Report.objects.filter(in_force, valid_until__gte=day, sampled_on__lte=day).exclude(limit__wording="")
    measured = dated.annotate(
        measured=content("value", "unit"),
        least=content("limit__least", "limit__unit"),
        most=content("limit__most", "limit__unit"),
    )
    return measured.filter(Q(limit__most=None) | Q(measured__lte=F("most")), measured__gte=F("least"))


def content(value: str, unit: str) -> Combinable:
    """A content in ten-thousandths of μg/kg, a whole number."""
    whole = Cast(Round(Cast(value, FloatField()) * Value(float(DECIMALS))), BigIntegerField())
    factors = [When(**{unit: each.value}, then=Value(int(each.in_mcg_per_kg))) for each in Unit]
    factor = Case(*factors, output_field=BigIntegerField())
    return ExpressionWrapper(whole * factor, output_field=BigIntegerField())
