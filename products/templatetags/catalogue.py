"""Cards and chips as the catalogue and other pages show them.

Written as tags: a list has two dozen cards, and a template included for each takes twenty times as long.
"""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from media.templatetags.pictures import shown_picture
from products.catalogue.cards import Card
from products.catalogue.facets import Choice

register = template.Library()
NO_PICTURE = '<span class="picture picture--none" aria-hidden="true"></span>'


@register.simple_tag
def product_card(card: Card, note: object = "") -> SafeString:
    """`<li class="card">`: picture, badges, name, villages, a note, when, the lowest price with platform and day."""
    words = [
        line("card__lead", _("called %(name)s here") % {"name": card.local_name} if card.local_name else ""),
        line("card__lead", card.villages),
        line("card__lead", str(note or "")),
        line("card__when", card.when),
        price_of(card),
    ]
    picture = shown_picture(card.picture, alt="") or NO_PICTURE
    return mark_safe(
        f'<li class="card">{picture}{badges_of(card)}<div class="card__words">'
        f'<h3><a href="{escape(card.url)}">{escape(card.title)}</a></h3>{"".join(words)}</div></li>'
    )


def line(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""


def badges_of(card: Card) -> str:
    badges = [(card.standing.kind, card.badge)] if card.badge else []
    badges += [("proof", _("With test report"))] if card.is_proven else []
    items = "".join(f'<li class="badge badge--{kind}">{escape(text)}</li>' for kind, text in badges)
    return f'<ul class="badges">{items}</ul>' if items else ""


def price_of(card: Card) -> str:
    if not card.price:
        return ""
    price, seen = escape(card.price), escape(card.price_seen)
    return f'<p class="card__foot"><span class="card__price">{price}</span> {seen}</p>'


@register.simple_tag
def chip(choice: Choice, address: str, kind: str, number: int) -> SafeString | str:
    """A filter's value as a link, which htmx follows in place; nothing where it would show nothing."""
    if not choice.count and not choice.is_chosen:
        return ""
    current = mark_safe(' aria-current="true"') if choice.is_chosen else ""
    return format_html(
        '<li><a href="{here}{asked}" hx-get="{here}results/{asked}" id="{key}"{now}>'
        "{label} <small>{count}</small></a></li>",
        here=address, asked=choice.wish.address, key=f"{kind}{number}", now=current, label=choice.label,
        count=choice.count,
    )  # fmt: skip
