"""Prices of the line-up in templates."""

from django import template

from products.money import price_tag

register = template.Library()
register.filter("tag_of", price_tag)
