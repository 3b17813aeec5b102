"""Corrections in people's words."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from livestreams.sales.corrections import is_superseded
from livestreams.sales.models import Correction
from livestreams.sales.staff.totals.names import Names, joined
from livestreams.sales.staff.totals.parts import parsed
from livestreams.sales.staff.totals.telling import told_shares
from products.money import yuan

STATES = {
    "in_force": _("in force"),
    "dormant": _("dormant: no file tells of the line"),
    "undone": _("undone"),
    "superseded": _("a later correction counts"),
}


class ShownCorrection(NamedTuple):
    """A correction with what it says and whether it counts."""

    correction: Correction
    teams: str
    sku: str
    refunded: str
    state: str
    """`in_force`, `superseded`, `dormant` or `undone`."""
    line_pk: int | None

    @property
    def state_name(self) -> str:
        return str(STATES[self.state])


def told_correction(correction: Correction, names: Names) -> ShownCorrection:
    """`line_pk` as `with_lines` annotates it; without it the correction is taken for that of a line that is there."""
    line_pk: Any = getattr(correction, "line_pk", 0)
    state = "undone" if correction.undone_at else "dormant" if line_pk is None else "in_force"
    if state == "in_force" and hasattr(correction, "later_teams") and is_superseded(correction):
        state = "superseded"
    return ShownCorrection(
        correction=correction,
        teams=told_shares("team", parsed(correction.teams), names) if correction.teams else "",
        sku=joined(correction.sku.product.name, correction.sku.name) if correction.sku else "",
        refunded="" if correction.refunded_fen is None else yuan(correction.refunded_fen),
        state=state,
        line_pk=line_pk,
    )
