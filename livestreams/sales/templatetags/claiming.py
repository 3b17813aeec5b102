"""Days as people say them."""

import datetime

from django import template

register = template.Library()


@register.filter
def day_before(day: datetime.date) -> datetime.date:
    """The last day of a time that ends before `day`."""
    return day - datetime.timedelta(1)
