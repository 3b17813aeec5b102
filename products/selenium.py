"""What may be said of selenium on a day: a fruit claim by a valid report, else the soil's claim by its source.

Design, rule 7; commerce.md, section 6.1. Soil and fruit are told apart: the one never proves the other.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from products.days import spoken
from products.models import Limit, Product, Report, SoilClaim, Standard
from products.models.standards import Unit


@dataclass(frozen=True)
class Proof:
    """What a report is worth on a day: the wording that it carries, or in plain words why it carries none."""

    report: Report
    wording: str
    why_not: str = ""

    @property
    def is_valid(self) -> bool:
        return bool(self.wording)

    @property
    def measured(self) -> str:
        """`0.16 mg/kg`, as the report says it."""
        return f"{plain(self.report.value)} {Unit(self.report.unit).label}"

    @property
    def asked(self) -> str:
        """`≥ 15 μg/100 g`, or a range; blank without a standard."""
        limit = self.report.limit
        if limit is None:
            return ""
        span = f"≥ {plain(limit.least)}" if limit.most is None else f"{plain(limit.least)}–{plain(limit.most)}"
        return f"{span} {Unit(limit.unit).label}"

    @property
    def compared(self) -> str:
        """What was measured in the unit of the standard; blank where it is the report's own."""
        limit = self.report.limit
        if limit is None or limit.unit == self.report.unit:
            return ""
        value = self.report.value * Unit(self.report.unit).in_mcg_per_kg / Unit(limit.unit).in_mcg_per_kg
        return f"{plain(value)} {Unit(limit.unit).label}"


def plain(number: Decimal) -> str:
    """Without noughts that say nothing: `15`, `7.5`, `0.012`."""
    return f"{number.normalize():f}"


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


def proofs_of(product: Product, on: datetime.date) -> list[Proof]:
    """Every report weighed, valid ones first, the latest sample first. One query."""
    reports = product.reports.select_related("limit__standard", "picture").order_by("-sampled_on", "-pk")
    return weigh_all(reports, on)


def weigh_all(reports: Iterable[Report], on: datetime.date) -> list[Proof]:
    """Each report weighed, valid ones first, else in the order given."""
    return sorted((weigh(report, on) for report in reports), key=lambda proof: not proof.is_valid)


def has_proof(product: Product, on: datetime.date) -> bool:
    """Whether a fruit claim may be made today."""
    return any(proof.is_valid for proof in proofs_of(product, on))


def claims_for(claims: Iterable[SoilClaim], villages: Iterable[int]) -> list[SoilClaim]:
    """Of a township's claims those of these villages, else those of the whole township."""
    found, own = list(claims), set(villages)
    of_villages = [claim for claim in found if claim.village_id in own]
    return of_villages or [claim for claim in found if claim.village_id is None]
