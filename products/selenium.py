"""What may be said of selenium on a day: a fruit claim by a valid report, else the soil's claim by its source.

Design, rule 7; commerce.md, section 6.1. Soil and fruit are told apart: the one never proves the other.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from products.models import Limit, Product, Report, SoilClaim, Standard


@dataclass(frozen=True)
class Proof:
    """What a report is worth on a day: the wording that it carries, or in plain words why it carries none."""

    report: Report
    wording: str
    why_not: str = ""

    @property
    def is_valid(self) -> bool:
        return bool(self.wording)


def weigh(report: Report, on: datetime.date) -> Proof:
    """Hold a report against its limit and the day."""
    why_not = reason_against(report, on)
    return Proof(report, "" if why_not or report.limit is None else report.limit.wording, why_not)


def reason_against(report: Report, on: datetime.date) -> str:
    """One sentence, blank when nothing speaks against the report."""
    if on > report.valid_until:
        return _("The report was valid until %(day)s.") % {"day": spoken(report.valid_until)}
    if on < report.sampled_on:
        return _("The sample has not been taken yet.")
    if report.limit is None:
        return _("The value was measured, but compared with no standard.")
    return reason_of_standard(report, report.limit, on)


def reason_of_standard(report: Report, limit: Limit, on: datetime.date) -> str:
    if not is_in_force(limit.standard, on):
        return _("%(standard)s is not in force on this day.") % {"standard": limit.standard.code}
    if not limit.is_met_by(report.value, report.unit):
        return _("The value does not reach what %(standard)s asks for “%(wording)s”.") % {
            "standard": limit.standard.code, "wording": limit.wording,
        }  # fmt: skip
    return ""


def is_in_force(standard: Standard, on: datetime.date) -> bool:
    begun = standard.valid_from is None or standard.valid_from <= on
    return begun and (standard.valid_to is None or on < standard.valid_to)


def spoken(day: datetime.date) -> str:
    return _("%(year)s-%(month)s-%(day)s") % {"year": day.year, "month": day.month, "day": day.day}


def proofs_of(product: Product, on: datetime.date) -> list[Proof]:
    """Every report weighed, valid ones first, the latest sample first. One query."""
    reports = product.reports.select_related("limit__standard", "picture").order_by("-sampled_on", "-pk")
    return sorted((weigh(report, on) for report in reports), key=lambda proof: not proof.is_valid)


def has_proof(product: Product, on: datetime.date) -> bool:
    """Whether a fruit claim may be made today."""
    return any(proof.is_valid for proof in proofs_of(product, on))


def soil_claims_of(product: Product, villages: Iterable[int]) -> list[SoilClaim]:
    """What sources say of the soil of these villages (primary keys), else of the whole township."""
    claims = SoilClaim.objects.filter(township=product.township_id).select_related("village", "township")
    found, own = list(claims.order_by("-stated_on", "pk")), set(villages)
    of_villages = [claim for claim in found if claim.village_id in own]
    return of_villages or [claim for claim in found if claim.village_id is None]
