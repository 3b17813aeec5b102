"""The demo's batches, and one report that says of itself that it is none: so that its pages can be seen."""

from datetime import date, timedelta
from decimal import Decimal

from products.models import Batch, Limit, Product, Report
from products.models.standards import Unit
from zhunong.places.models import Village

SAMPLED = (9, 6)
REPORTED, VALUE = "grape", Decimal("9.6")
NO_BATCH, NO_NUMBER = "PT-演示-01", "演示数据-01（非真实报告）"
NO_LABORATORY, METHOD = "演示检测机构（非真实）", "GB 5009.93"
ISSUER, CONTACT = "安峪镇果农合作社（演示）", "0359-0000000"
BATCHES = [
    ("grape", "dongsanjian", NO_BATCH, "demo2345", (9, 5), "300箱"),
    ("hawthorn", "xiabai", "SZ-演示-07", "demo6789", (10, 18), "500箱"),
    ("pear", "xiabai", "LI-演示-03", "demo4567", (9, 20), "420箱"),
]


def put_down_batches(products: dict[str, Product], today: date) -> None:
    """Three batches; that of the grapes with the demo's report."""
    villages = {village.slug: village for village in Village.objects.all()}
    for slug, village, number, code, picked, quantity in BATCHES:
        if slug not in products or village not in villages:
            continue
        day = last_time(picked, today)
        report = put_down_report(products[slug], today) if slug == REPORTED else None
        Batch.objects.get_or_create(
            product=products[slug], number=number,
            defaults={"village": villages[village], "code": code, "picked_on": day, "report": report,
                      "issuer": ISSUER, "issued_on": day, "contact": CONTACT, "quantity": quantity},
        )  # fmt: skip


def put_down_report(product: Product, today: date) -> Report:
    """Held against the standard that is in force on the demo's day."""
    sampled = last_time(SAMPLED, today)
    limits = Limit.objects.filter(standard__valid_from__lte=today, wording="含有硒")
    limit = limits.order_by("-standard__valid_from").first()
    report, _made = Report.objects.get_or_create(
        product=product, number=NO_NUMBER,
        defaults={"batch": NO_BATCH, "value": VALUE, "unit": Unit.MCG_PER_100G, "method": METHOD,
                  "laboratory": NO_LABORATORY, "sampled_on": sampled, "valid_until": sampled + timedelta(365),
                  "limit": limit},
    )  # fmt: skip
    return report


def last_time(day: tuple[int, int], today: date) -> date:
    """The last such day that is not after today."""
    this_year = date(today.year, *day)
    return this_year if this_year <= today else date(today.year - 1, *day)
