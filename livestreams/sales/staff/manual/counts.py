"""How much waits for the clerk: sales written down by hand, and money that two claim. For menus and the front page."""

from livestreams.sales.doublets import undecided
from livestreams.sales.models import ManualSale
from livestreams.sales.models.manual_sales import ManualSaleQuerySet
from livestreams.sales.staff.totals.townships import townships_of
from zhunong.access.models import User


def waiting(user: User) -> ManualSaleQuerySet:
    """The sales that wait for a yes or no."""
    return ManualSale.objects.visible_to(user).waiting()


def doublets_of(user: User) -> dict[int, list[str]]:
    """Sales (primary keys) with what stands beside them. Two queries; its length is the count."""
    return undecided(townships_of(user))
