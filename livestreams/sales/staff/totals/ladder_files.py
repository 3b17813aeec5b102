"""The totals page as a file: platforms' figures as ever, then the columns of what is evidenced by hand."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from livestreams.sales.exports import PROVISIONAL_HEADER, headers, money, plain_jin
from livestreams.sales.staff.totals.ladder import Ladder, Step
from products.money import FEN_A_YUAN, GRAMS_A_JIN
from zhunong.formulas import harmless
from zhunong.workbooks import write_workbook

MORE_HEADERS = (
    gettext_noop("evidenced by hand: sales"),
    gettext_noop("evidenced by hand (yuan)"),
    gettext_noop("platforms' net and evidenced together (yuan)"),
)


def columns(ladder: Ladder) -> list[str]:
    return [*headers(ladder.platforms), _(PROVISIONAL_HEADER), *map(_, MORE_HEADERS)]


def rows(ladder: Ladder) -> Iterator[tuple[list[str], Step]]:
    """Each row with its names, the total last."""
    by = ladder.question.by
    for step in ladder.steps:
        yield [ladder.name(dimension, key) for dimension, key in zip(by, step.keys, strict=True)], step
    yield [_("total"), *[""] * (len(by) - 1)], ladder.total


def as_csv(ladder: Ladder) -> bytes:
    """With BOM, yuan with two decimals, no formulas."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns(ladder))
    for names, (_keys, row, hand) in rows(ladder):
        fen = [f"{amount / FEN_A_YUAN:.2f}" for amount in (*money(row), hand.net_fen, row.net_fen + hand.net_fen)]
        writer.writerow(
            [*map(harmless, names), row.lines, row.items, plain_jin(row.weight_g), *fen[:4], hand.lines, *fen[4:]]
        )
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def as_xlsx(ladder: Ladder) -> bytes:
    """A workbook with real numbers and a head row that stays in sight."""
    titles = columns(ladder)
    cells = [
        [*names, row.lines, row.items, row.weight_g / GRAMS_A_JIN, *(fen / FEN_A_YUAN for fen in money(row)),
         hand.lines, hand.net_fen / FEN_A_YUAN, (row.net_fen + hand.net_fen) / FEN_A_YUAN]
        for names, (_keys, row, hand) in rows(ladder)
    ]  # fmt: skip
    in_yuan = [*titles[-7:-3], *titles[-2:]]
    return write_workbook(_("totals"), titles, cells, dict.fromkeys(in_yuan, "#,##0.00"))
