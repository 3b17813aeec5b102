"""The codes that platforms and merchants know our SKUs by (contracts, section 1)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import identifier, platform
from livestreams.sales.tables.columns import Column, Row, Table, refuse_repeats
from livestreams.sales.tables.finding import named, refuse_stranger
from livestreams.sales.tables.writing import Tally, Writer
from livestreams.teams.models import Account
from products.models import Sku, SkuCode

KEY = ("platform", "account_id", "code")
Shops = dict[tuple[str, str], Account]


def load_sku_codes(rows: Sequence[Row], touched: Touched) -> Tally:
    """A code belongs to the township of its SKU; of two townships each may use it."""
    skus = {sku.code: sku for sku in Sku.objects.select_related("product")}
    shops = {(shop.platform, shop.account_id): shop for shop in Account.objects.filter(kind=Account.Kind.SHOP)}
    known = {(code.township_id, *(getattr(code, name) for name in KEY)): code for code in SkuCode.objects.all()}
    writer = Writer(SkuCode)
    for row in rows:
        township = township_of(row, skus, shops)
        values = {name: row[name] for name in KEY}
        code = known.get((township, *values.values()))
        writer.put(code, township_id=township, sku_id=skus[row["sku"]].pk, **values)
    refuse_repeats(rows, "code", lambda row: (skus[row["sku"]].product.township_id, *(row[name] for name in KEY)))
    writer.write()
    touched.codes |= {code.township_id for code in writer.touched()}
    return writer.tally()


def township_of(row: Row, skus: dict[str, Sku], shops: Shops) -> int:
    """The township of the row's SKU, which is its shop's too."""
    sku = named(row, "sku", skus)
    if account_id := row["account_id"]:
        shop = shops.get((row["platform"], account_id))
        if shop is None:
            raise row.refused("account_id", _("there is no shop “%(shop)s” on this platform") % {"shop": account_id})
        refuse_stranger(row, "account_id", account_id, shop.township_id, sku.product.township_id)
    return sku.product.township_id


SKU_CODES = Table(
    "sku_codes",
    (
        Column("platform", platform),
        Column("account_id", identifier(SkuCode, "account_id"), blank=""),
        Column("code", identifier(SkuCode, "code")),
        Column("sku", identifier(Sku, "code")),
    ),
    load_sku_codes,
    key=(),
)
