"""Correcting a line by hand and taking that back: entries of their own, which no file overwrites (design, rule 8)."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.changes import Record
from livestreams.sales.models import Correction, Line
from livestreams.sales.models.corrections import CorrectionQuerySet
from livestreams.sales.privacy import mask_personal
from livestreams.sales.recrediting import Touched
from livestreams.teams.models import Account, Team
from products.models import Sku
from products.money import yuan
from products.shares import format_shares, parse_shares
from zhunong.access.models import User

LABELS = {
    "teams": gettext_noop("credited teams"),
    "sku": gettext_noop("SKU"),
    "refunded": gettext_noop("refunded (yuan)"),
}


class Said(NamedTuple):
    """What counts instead of what the files say; blank or None = as the files say."""

    teams: str = ""
    sku: Sku | None = None
    refunded_fen: int | None = None


def correct(shop: Account, key: str, said: Said, reason: str, by: User, touched: Touched) -> Correction:
    """Write a correction of a shop's line down, and that its line is touched. Raises ValidationError."""
    if not any((said.teams, said.sku, said.refunded_fen is not None)):
        raise ValidationError(_("Say what is to count instead: a team, a SKU or the refunded amount."))
    touched.lines.add((shop.pk, key))
    return Correction.objects.create(
        township_id=shop.township_id,
        shop=shop,
        platform=shop.platform,
        key=key,
        teams=format_shares(parse_shares(said.teams)) if said.teams else "",
        sku=said.sku,
        refunded_fen=said.refunded_fen,
        reason=mask_personal(reason),
        by=by,
    )


def undo_correction(correction: Correction, by: User, touched: Touched) -> None:
    """What the files say, or an earlier correction says, counts again. Raises ValidationError when it does already."""
    in_force = Correction.objects.in_force().filter(pk=correction.pk)
    if not in_force.update(undone_by=by, undone_at=timezone.now()):
        raise ValidationError(_("This correction is undone already."))
    touched.lines.add((correction.shop_id, correction.key))


def of_line(line: Line) -> CorrectionQuerySet:
    """A line's corrections, the latest first, undone ones among them."""
    found = with_later(Correction.objects.filter(shop=line.shop_id, key=line.key))
    return found.select_related("sku__product", "by", "undone_by").order_by("-pk")


def with_lines(corrections: CorrectionQuerySet) -> CorrectionQuerySet:
    """Each with `line_pk`; None = dormant: no file tells of its line any more, so it counts nowhere until one does."""
    lines = Line.objects.filter(shop=OuterRef("shop"), platform=OuterRef("platform"), key=OuterRef("key"))
    return with_later(corrections).annotate(line_pk=Subquery(lines.values("pk")))


def with_later(corrections: CorrectionQuerySet) -> CorrectionQuerySet:
    """Each with what a later one in force says too: `later_teams`, `later_sku`, `later_refund`."""
    later = Correction.objects.in_force().filter(shop=OuterRef("shop"), key=OuterRef("key"), pk__gt=OuterRef("pk"))
    return corrections.annotate(
        later_teams=Exists(later.exclude(teams="")),
        later_sku=Exists(later.filter(sku__isnull=False)),
        later_refund=Exists(later.filter(refunded_fen__isnull=False)),
    )


def is_superseded(correction: Any) -> bool:
    """Whether later corrections in force say all that this one says (of `with_later`)."""
    says = (correction.teams != "", correction.sku_id is not None, correction.refunded_fen is not None)
    later = (correction.later_teams, correction.later_sku, correction.later_refund)
    return all(is_later for is_said, is_later in zip(says, later, strict=True) if is_said)


def keys_corrected(lines: Iterable[Line]) -> set[tuple[int, str]]:
    """(shop, key) of those among the lines that a correction in force speaks of. One query."""
    keys = [line.key for line in lines]
    found = Correction.objects.in_force().filter(key__in=keys) if keys else Correction.objects.none()
    return set(found.values_list("shop_id", "key"))


def told(line: Line) -> dict[str, str]:
    """What of a line can be corrected, in words."""
    percents = parse_shares(line.team_shares.shares) if line.team_shares else {}
    names = dict(Team.objects.filter(slug__in=percents).values_list("slug", "name"))
    teams = "、".join(f"{names[slug]} {percent}%" for slug, percent in percents.items())
    sku = line.sku.full_name if line.sku else ""
    return {"teams": teams, "sku": sku, "refunded": yuan(line.refunded_fen)}


def record(line: Line, before: dict[str, str], reason: str, by: User) -> Record:
    """How a correction, or its undoing, is recorded once it is true: what of the line counts otherwise, in words."""
    after = told(line)
    fields = {LABELS[name]: [before[name], after[name]] for name in after if before[name] != after[name]}
    row: dict[str, Any] = {"what": "changed", "name": line.key, "fields": fields}
    return Record(line.township, "lines", [row], by, reason)
