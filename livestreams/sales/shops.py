"""Which shop an order file belongs to."""

from livestreams.sales.reading.refusal import Refused
from livestreams.teams.models import Account
from products.platforms import platform_name


def choose_shop(platform: str, account_id: str = "") -> Account:
    """The shop named by its account id, else the platform's only one. Raises Refused when that is not to be known."""
    shops = Account.objects.filter(platform=platform, kind=Account.Kind.SHOP)
    if account_id:
        shop = Account.objects.filter(platform=platform, account_id=account_id).first()
        if not shop:
            raise Refused("unknown_shop", platform=platform_name(platform), account=account_id)
        return shop
    if len(shops) != 1:
        names = "、".join(f"{shop.nickname} ({shop.account_id})" for shop in shops)
        raise Refused("which_shop" if shops else "no_shop", platform=platform_name(platform), shops=names)
    return shops[0]
