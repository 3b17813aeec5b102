"""What a platform's order export looks like, as data.

One `Layout` says which headers mean what; the one engine in `sales.reading` and `sales.lines` reads, folds and
credits by it. No code of a platform stands anywhere else (contracts, section 2).
"""

from dataclasses import dataclass, field
from functools import cached_property

CLOSED_WORDS = frozenset({"已关闭", "交易关闭", "已取消"})
REFUND_WORDS = frozenset({"退款成功", "已全额退款", "退款完成", "退货退款完成"})
LIVE_MARKS = frozenset({"直播"})
PROVISIONAL_MARKS = frozenset({"数据将于第二天更新"})


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The headers of one platform's line-level order export and what they mean.

    Columns are named by the platform's own header; `aliases` maps other spellings to that name. Only the columns
    named here are kept from a file (`kept`), everything else, buyers' data above all, is dropped while reading.
    """

    platform: str
    name: str
    """Shown to people; an English msgid."""
    export: str
    """What to ask for in the platform's back end; an English msgid."""
    key: tuple[str, ...]
    order: str
    paid_at: tuple[str, ...]
    """First one filled counts."""
    placed_at: tuple[str, ...]
    """First one filled counts."""
    amount: str
    """Paid amount of the line, in yuan."""
    quantity: str
    statuses: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    """Status words known to leave the sale standing; refund and closing words are known to all layouts."""
    placed_day: str = ""
    """Day column of copies that split `placed_at[0]` into day and time."""
    net_amount: str = ""
    """Amount already less refunds; with `refund` added it stands in where `amount` is missing."""
    refund: str = ""
    """Refunded amount of the line, in yuan."""
    refund_if: tuple[str, str] | None = None
    """(column, word): `refund` counts only where the column says the word."""
    refunded_at: str = "退款时间"
    streamer: str = ""
    nickname: str = ""
    """Fallback of `streamer`, believed when exactly one account bears it."""
    streamer_required: bool = False
    mark: str = ""
    codes: tuple[str, ...] = ()
    """Merchant's codes, best first."""
    product_id: str = ""
    spec: str = ""
    title: str = ""
    province: str = ""
    happened: tuple[str, ...] = ()
    """Times of things past, read only to know when the file was exported; not kept."""
    aliases: dict[str, str] = field(default_factory=dict)
    own_codes: bool = False
    """Our own template: its codes are our SKU codes."""
    key_per_shop: bool = False
    """Keys are unique only within a shop."""

    @cached_property
    def times(self) -> tuple[str, ...]:
        return unique(*self.placed_at, *self.paid_at, self.refunded_at)

    @cached_property
    def money(self) -> tuple[str, ...]:
        return unique(self.amount, self.net_amount, self.refund)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Columns whose long numbers a spreadsheet may have damaged."""
        return unique(*self.key, self.order, self.streamer, self.product_id)

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The allow-list: every column that is kept, in a fixed order."""
        return unique(
            *self.key, self.order, self.placed_day, *self.times, *self.money, self.quantity, *self.statuses,
            self.streamer, self.nickname, self.mark, *self.codes, self.product_id, self.spec, self.title, self.province,
        )  # fmt: skip


def unique(*columns: str) -> tuple[str, ...]:
    """The columns named, blanks and repeats left out, order kept."""
    return tuple(dict.fromkeys(column for column in columns if column))
