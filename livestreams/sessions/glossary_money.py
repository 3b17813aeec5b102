"""What was ordered, paid, refunded and settled."""

from django.utils.translation import gettext_lazy as _

from livestreams.sessions.metric_kinds import Agg, Metric, added, people, price, rate
from livestreams.sessions.units import Unit

MONEY = (
    added("placed_fen", _("amount ordered"), Unit.FEN, _("orders placed, paid or not")),
    added("paid_fen", _("paid amount"), Unit.FEN, _("paid order lines before refunds, on the day of payment")),
    added("paid_orders", _("orders paid"), note=_("order lines; one order may have several")),
    added("items", _("units sold"), note=_("boxes as they are sold; for weight see the jin")),
    added("weight_g", _("weight sold"), Unit.GRAMS, _("boxes × net weight of the SKU")),
    people("buyers", _("buyers"), _("different people who paid in one session")),
    price("aov", _("paid per buyer"), "buyers", _("paid amount ÷ buyers")),
    price("order_price", _("paid per order"), "paid_orders", _("paid amount ÷ orders paid")),
    price("item_price", _("paid per unit"), "items", _("paid amount ÷ units sold")),
    price("price_per_jin", _("yuan per jin"), "weight_g", _("paid amount ÷ jin sold"), 500),
    price("gpm", _("paid per thousand views (GPM)"), "views", _("paid amount ÷ views × 1,000; never by viewers"), 1000),
    price("uv_value", _("paid per viewer"), "viewers_uv", _("paid amount ÷ viewers")),
    price("gmv_per_hour", _("paid per hour"), "duration_s", _("paid amount ÷ hours on air"), 3600),
)
AFTERWARDS = (
    added(
        "refund_fen", _("refunded amount"), Unit.FEN, _("of the lines paid in this session, whenever it was refunded")
    ),
    added("refund_orders", _("orders refunded")),
    rate(
        "refund_rate_amt",
        _("refund rate (amount)"),
        "refund_fen",
        "paid_fen",
        _("refunded ÷ paid, both of the same lines"),
    ),
    rate(
        "refund_rate_ord", _("refund rate (orders)"), "refund_orders", "paid_orders", _("orders refunded ÷ orders paid")
    ),
    added(
        "cancelled_before_ship_fen", _("cancelled before shipping"), Unit.FEN, _("paid, then closed before it was sent")
    ),
    added(
        "net_fen",
        _("net amount"),
        Unit.FEN,
        _("paid − refunded; a platform's own net knows the refunds of the first hour alone"),
    ),
    added("user_paid_fen", _("paid by users"), Unit.FEN, _("without what platform and host add")),
    added("seller_due_fen", _("due to the seller"), Unit.FEN, _("paid by users + subsidies − refunds before the bill")),
    added("commission_fen", _("commission expected"), Unit.FEN),
    added("fee_fen", _("fees of the platform"), Unit.FEN, _("from the bill")),
    added("spend_fen", _("spent on promotion"), Unit.FEN),
    added("settled_fen", _("settled amount"), Unit.FEN, _("income − expenses of the bill")),
    Metric(
        "pending_fen", _("waits for the bill"), Unit.FEN, Agg.SUM, _("net of paid lines that no bill has yet; no loss")
    ),
    added("unattributed_fen", _("without a session"), Unit.FEN, _("net that no session has")),
    added("explain_s", _("time explaining"), Unit.SECONDS, _("of a product within a session")),
    rate("damage_rate", _("bad fruit rate"), "boxes_bad", "boxes_shipped", _("boxes claimed bad ÷ boxes shipped")),
    people("households_linked", _("households taken along"), _("each once a year")),
)
