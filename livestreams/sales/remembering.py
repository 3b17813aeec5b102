"""Which shop a file is of: the one chosen, the one that such names always belonged to, or the platform's only one."""

import re
from pathlib import PurePath

from django.db.models import QuerySet

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.models import OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.teams.models import Account
from products import platforms

ShopBy = OrderImport.ShopBy
REMEMBERED_FILES = 300
COPY_NUMBER = re.compile(r"\s*[(（]\d+[)）]")
RANDOM_WORD = re.compile(r"[0-9a-z]*\d[0-9a-z]*")
SEPARATORS = re.compile(r"[\W_]+")


def name_pattern(file_name: str) -> str:
    """What stays the same in the names of one shop's exports: no digits, no random words, no extension.

    Empty where nothing is left to tell one shop's files by.
    """
    stem = COPY_NUMBER.sub("", PurePath(file_name).stem.lower())
    return SEPARATORS.sub(" ", RANDOM_WORD.sub(" ", stem)).strip()


def find_shop(
    order_import: OrderImport, file_name: str, chosen: Account | None, accounts: QuerySet[Account]
) -> tuple[Account | None, str]:
    """The shop and how it was found; no shop = it has to be asked for. Raises Refused where there is none to choose.

    `accounts` are those that the person may hand in for. Their only shop is asked for all the same where such names
    were always those of another shop.
    """
    shops = {shop.pk: shop for shop in possible_shops(order_import, accounts)}
    if not shops:
        raise Refused("no_shop", platform=platforms.names.get(order_import.platform, order_import.platform))
    if chosen and chosen.pk in shops:
        return chosen, ShopBy.CHOSEN
    remembered = remembered_shops(order_import, name_pattern(file_name))
    if len(shops) == 1 and (not remembered or remembered & shops.keys()):
        return next(iter(shops.values())), ShopBy.ONLY
    if len(remembered) == 1 and remembered <= shops.keys():
        return shops[remembered.pop()], ShopBy.REMEMBERED
    return None, ""


def possible_shops(order_import: OrderImport, accounts: QuerySet[Account]) -> QuerySet[Account]:
    """Of these accounts the shops that the file may be of: this platform's, in this township."""
    return accounts.filter(
        kind=Account.Kind.SHOP, platform=order_import.platform, township_id=order_import.township_id
    ).order_by("nickname")


def remembered_shops(order_import: OrderImport, pattern: str) -> set[int]:
    """The shops that files with such names counted for; two of them tell no more than none.

    Our own template bears one name for all shops, and no platform's numbers would show a mistake: it is asked for.
    """
    if not pattern or LAYOUTS[order_import.platform].key_per_shop:
        return set()
    counted = OrderImport.objects.applied().filter(township_id=order_import.township_id, platform=order_import.platform)
    recent = counted.order_by("-pk").values_list("file_name", "shop_id")[:REMEMBERED_FILES]
    return {shop for name, shop in recent if shop and name_pattern(name) == pattern}
