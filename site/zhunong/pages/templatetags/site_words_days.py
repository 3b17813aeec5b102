"""Days as people say them, for templates."""

import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from products.days import spoken, spoken_near

register = template.Library()


@register.filter
def day_near(day: datetime.date) -> str:
    """`今天`, `明天`, else `6月1日`, with the year if it is another one."""
    today = timezone.localdate()
    if day == today:
        return _("today")
    return _("tomorrow") if day == today + datetime.timedelta(days=1) else spoken_near(day, today)


@register.filter
def day_spoken(day: datetime.date) -> str:
    """`2026年6月1日`."""
    return spoken(day)
