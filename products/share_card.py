"""What the card of a product's page says besides title and lead: where it grows, and how it stands in its season."""

from django.utils import timezone
from django.utils.translation import gettext as _

from products.models import ProductPage
from products.showing import show

MOST_VILLAGES = 4


def facts_of(page: ProductPage) -> tuple[str, ...]:
    """Two queries."""
    showing = show(page, timezone.localdate())
    names = [part.village.name for part in showing.origin]
    places = _(", ").join(names[:MOST_VILLAGES]) + ("…" if len(names) > MOST_VILLAGES else "")
    grown = _("Grown in: %(places)s") % {"places": places} if places else ""
    return tuple(filter(None, [grown, showing.standing.sentence]))
