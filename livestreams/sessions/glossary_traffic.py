"""Who came, what they did, what they looked at."""

from django.utils.translation import gettext_lazy as _

from livestreams.sessions.metric_kinds import Agg, Metric, added, people, rate
from livestreams.sessions.units import Unit

TRAFFIC = (
    added("session", _("sessions"), note=_("one account on one platform from start to end")),
    added("duration_s", _("length"), Unit.SECONDS, _("end − start")),
    added("impressions", _("times shown")),
    people("impression_uv", _("people it was shown to")),
    added("views", _("views"), note=_("visits; who comes back is counted again")),
    people("viewers_uv", _("viewers"), _("different people in one session")),
    rate("entry_rate_pv", _("entry rate (times)"), "views", "impressions", _("views ÷ times shown")),
    rate(
        "entry_rate_uv", _("entry rate (people)"), "viewers_uv", "impression_uv", _("viewers ÷ people it was shown to")
    ),
    Metric("pcu", _("most online at once"), Unit.PEOPLE, Agg.MAX),
    Metric(
        "acu",
        _("online on average"),
        Unit.PEOPLE,
        Agg.WEIGHTED,
        _("over the length of the session"),
        weight="duration_s",
    ),
    Metric(
        "avg_watch_s",
        _("watched on average"),
        Unit.SECONDS,
        Agg.WEIGHTED,
        _("time watched ÷ viewers, not ÷ views"),
        weight="viewers_uv",
    ),
)
INTERACTION = (
    added("new_followers", _("new followers"), note=_("those who left again are not taken off")),
    added("lost_followers", _("followers lost")),
    rate("follow_rate", _("follow rate"), "new_followers", "viewers_uv", _("new followers ÷ viewers")),
    added("fan_club_new", _("joined the fan club")),
    added("likes", _("likes")),
    added("comments", _("comments")),
    added("shares", _("times shared")),
    people("comment_uv", _("people who commented")),
    people("share_uv", _("people who shared")),
    people("gift_uv", _("people who sent gifts")),
    rate(
        "engagement_rate",
        _("engagement rate"),
        "comments",
        "views",
        _("comments ÷ views; without likes: one person gives many"),
    ),
    rate(
        "comment_rate_uv",
        _("commenting rate (people)"),
        "comment_uv",
        "viewers_uv",
        _("people who commented ÷ viewers"),
    ),
)
GOODS = (
    added("products_shown", _("products shown")),
    added("product_impressions", _("product cards shown")),
    people("product_impression_uv", _("people who saw a product card")),
    people("product_click_uv", _("people who opened a product")),
    added("product_clicks", _("clicks on products")),
    rate(
        "product_ctr",
        _("product click rate"),
        "product_click_uv",
        "viewers_uv",
        _("people who opened a product ÷ viewers"),
    ),
    rate(
        "product_ctr_shown",
        _("product click rate (of cards seen)"),
        "product_click_uv",
        "product_impression_uv",
        _("people who opened a product ÷ people who saw a card"),
    ),
    rate(
        "click_to_buy", _("click to purchase"), "buyers", "product_click_uv", _("buyers ÷ people who opened a product")
    ),
    rate("buy_rate_uv", _("viewers who bought"), "buyers", "viewers_uv", _("buyers ÷ viewers")),
    rate("order_rate_pv", _("orders of views"), "paid_orders", "views", _("orders paid ÷ views")),
)
