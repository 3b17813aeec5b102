"""Corrections by hand in the making of lines: what they say goes before what the files say (design, rule 8)."""

from typing import TypeVar

from livestreams.sales.books import Corrected
from livestreams.sales.crediting import Creditor, Said
from livestreams.sales.facts import Article, Facts
from livestreams.sales.models.lines import RefundRule
from livestreams.sales.new_credits import CREDIT_PLACE, CreditedRow
from livestreams.sales.rows import LineRow, line_row

Row = TypeVar("Row", LineRow, CreditedRow)


def credited_row(creditor: Creditor, key: str, facts: Facts, listing: int) -> LineRow:
    """The one way to make a line: as its files say, credited by the world, corrected by hand where somebody did."""
    row = line_row(creditor.shop, creditor.layout.platform, key, facts, listing, creditor.credit(facts, facts.article))
    corrections = creditor.books.corrections
    said = corrections.get((creditor.shop.pk, key)) if corrections else None
    return corrected(row, said, facts, creditor) if said else row


def recredited_row(creditor: Creditor, row: CreditedRow, article: Article) -> CreditedRow:
    """A line with nothing but its credit made anew, from what it was made of."""
    new = CreditedRow._make((*row[:CREDIT_PLACE], *creditor.credit(row, article)))
    corrections = creditor.books.corrections
    said = corrections.get((creditor.shop.pk, row.key)) if corrections else None
    return recorrected(new, said, row, creditor) if said else new


def corrected(row: LineRow, said: Corrected, facts: Facts, creditor: Creditor) -> LineRow:
    """The row with what was corrected put in."""
    row = recorrected(row, said, facts, creditor)
    return row if said.refunded_fen is None else with_refund(row, said.refunded_fen)


def recorrected(row: Row, said: Corrected, facts: Said, creditor: Creditor) -> Row:
    """The row with the credit that was corrected put in. A SKU brings its weight and villages with it."""
    if said.team_shares is not None:
        row = row._replace(team_shares=said.team_shares)
    if said.sku is not None:
        villages, weight = creditor.produce(said.sku, facts)
        row = row._replace(sku=said.sku, village_shares=villages, weight_g=weight)
    return row


def with_refund(row: LineRow, refunded_fen: int) -> LineRow:
    """Refunded by hand: never more than was paid, whatever a later file says of that; nothing of a line never paid."""
    if row.day is None:
        return row
    refunded = min(refunded_fen, max(row.paid_fen, 0))
    day = row.refunded_on if refunded else None
    return row._replace(refunded_fen=refunded, refund_rule=RefundRule.CORRECTED.value, refunded_on=day)
