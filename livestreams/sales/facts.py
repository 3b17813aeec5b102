"""From the fold of a line to what is known of it: times, money, refund, article (contracts, section 2)."""

import re
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from livestreams.sales.folding import Fold
from livestreams.sales.layouts.base import CLOSED_WORDS, REFUND_WORDS, Layout
from livestreams.sales.models.lines import RefundRule

WORD_SEPARATORS = re.compile("[，,]")


class Article(NamedTuple):
    """How a shop lists what was sold."""

    codes: tuple[str, ...]
    product_id: str
    spec: str
    title: str


class Facts(NamedTuple):
    """A line before it is credited. Times are Beijing text, money whole fen."""

    order_no: str
    placed_at: str | None
    paid_at: str | None
    items: int
    paid_fen: int
    refunded_fen: int
    refund_rule: str
    refunded_on: str | None
    streamer: str
    nickname: str
    mark: str
    province: str
    article: Article


class FactReader:
    """Reads the facts of one layout; where its columns stand is worked out once."""

    def __init__(self, layout: Layout) -> None:
        place = {column: number for number, column in enumerate(layout.kept)}
        self.order = place[layout.order]
        self.placed_at = [place[column] for column in layout.placed_at]
        self.paid_at = [place[column] for column in layout.paid_at]
        self.quantity, self.amount = place[layout.quantity], place[layout.amount]
        self.net_amount, self.refund = place.get(layout.net_amount), place.get(layout.refund)
        self.refund_if = (place[layout.refund_if[0]], layout.refund_if[1]) if layout.refund_if else None
        self.refunded_at = place[layout.refunded_at]
        self.statuses = [place[column] for column in layout.statuses]
        self.codes = [place[column] for column in layout.codes]
        self.texts = [place.get(column) for column in (layout.streamer, layout.nickname, layout.mark, layout.province)]
        self.article = [place.get(column) for column in (layout.product_id, layout.spec, layout.title)]

    def read(self, fold: Fold) -> Facts:
        values = fold.values
        paid_at = first(values, self.paid_at)
        paid_fen = self.paid_fen(values)
        refunded_fen, rule = self.refunded(fold, paid_fen) if paid_at else (0, RefundRule.NONE.value)
        streamer, nickname, mark, province = map(text, repeat(values), self.texts, (100, 100, 50, 50))
        refunded_at = values[self.refunded_at] if rule else None
        return Facts(
            order_no=text(values, self.order),
            placed_at=first(values, self.placed_at),
            paid_at=paid_at,
            items=values[self.quantity] or 0,
            paid_fen=paid_fen,
            refunded_fen=refunded_fen,
            refund_rule=rule,
            refunded_on=refunded_at[:10] if refunded_at else None,
            streamer=streamer,
            nickname="" if streamer else nickname,
            mark=mark,
            province=province,
            article=Article(
                tuple(text(values, place) for place in self.codes),
                *map(text, repeat(values), self.article, (64, 200, 300)),
            ),
        )

    def paid_fen(self, values: tuple) -> int:
        """The paid amount; where only the amount net of refunds is known, that and the refund."""
        if values[self.amount] is not None or self.net_amount is None:
            return values[self.amount] or 0
        return (values[self.net_amount] or 0) + (values[self.refund] or 0 if self.refund is not None else 0)

    def refunded(self, fold: Fold, paid_fen: int) -> tuple[int, str]:
        """(fen, rule) of a paid line."""
        if fold.is_withdrawn:
            return paid_fen, RefundRule.WITHDRAWN.value
        amount = fold.values[self.refund] if self.refund is not None else None
        if amount and (self.refund_if is None or self.refund_if[1] in status_words(fold.values[self.refund_if[0]])):
            return amount, RefundRule.AMOUNT.value
        rule = judge(tuple([fold.values[place] for place in self.statuses]))
        return (paid_fen, rule) if rule else (0, rule)


def first(values: tuple, places: list[int]) -> str | None:
    for place in places:
        if values[place] is not None:
            return values[place]
    return None


def text(values: tuple, place: int | None, most: int = 100) -> str:
    """A text, cut to what the line's column holds."""
    return "" if place is None else (values[place] or "")[:most]


@lru_cache(maxsize=1000)
def judge(statuses: tuple[str | None, ...]) -> str:
    """The rule by which the statuses of a paid line refund it wholly, if any."""
    words = frozenset().union(*map(status_words, statuses))
    if words & REFUND_WORDS:
        return RefundRule.WORD.value
    return RefundRule.CLOSED.value if words & CLOSED_WORDS else RefundRule.NONE.value


def status_words(status: str | None) -> frozenset[str]:
    """The words of a status cell: `已签收，退款成功` is two."""
    return frozenset(word.strip() for word in WORD_SEPARATORS.split(status or "")) - {""}
