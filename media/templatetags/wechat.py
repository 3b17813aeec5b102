"""Whether links are to be dressed for WeChat."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def has_wechat_keys() -> bool:
    return bool(settings.WECHAT_APP_ID and settings.WECHAT_APP_SECRET)
