"""A product's year as a bar. Style: products/season_bar.css.

Written as a tag: the board has dozens of bars, and a template included for each takes five times as long.
"""

from functools import cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from products.seasons import BLOOM, MONTHS, PICKING, Row, YearBar

register = template.Library()


@register.simple_tag
def season_bar(bar: YearBar, without_head: object = False, hides_words: object = False) -> SafeString:
    """`without_head` on a board with one head for all, `hides_words` where they are for ears only."""
    former, head = " year--former" if bar.is_former else "", "" if without_head else head_of(bar)
    rows = "".join(row_of(row, bar, " year__said--hidden" if hides_words else "") for row in bar.rows)
    return mark_safe(f'<figure class="year{former}">{head}{rows}</figure>')


@register.simple_tag
def season_months() -> SafeString:
    """The names of the months above the bars."""
    return mark_safe(months_in(get_language() or ""))


def head_of(bar: YearBar) -> str:
    caption = _("Former year: %(year)s") if bar.is_former else _("The year %(year)s")
    keys = "".join(f'<span class="year__key year__key--{kind}">{name_of(kind)}</span>' for kind in bar.kinds)
    return (
        f'<figcaption class="year__caption">{caption % {"year": bar.year}} '
        f'<span class="year__legend" aria-hidden="true">{keys}</span></figcaption>{months_in(get_language() or "")}'
    )


def name_of(kind: str) -> str:
    return _("bloom") if kind == BLOOM else _("picking") if kind == PICKING else _("sold out")


@cache
def months_in(language: str) -> str:
    """The same for every bar in a language."""
    name = _("%(month)s<i> mo</i>")  # outside of an f-string, where texts are not collected
    names = "".join(f"<span>{name % {'month': month}}</span>" for month in MONTHS)
    return f'<div class="year__months" aria-hidden="true">{names}</div>'


def row_of(row: Row, bar: YearBar, hidden: str) -> str:
    """A village's track and, in words, what it shows."""
    name = f"<strong>{escape(row.name)}</strong> " if row.name else ""
    notes = "".join(f"<br>{escape(note)}" for note in row.notes)
    said = f'<p class="year__said{hidden}">{name}{escape(row.words)}{notes}</p>'
    return f'<div class="year__row">{track_of(row, bar)}{said}</div>'


def track_of(row: Row, bar: YearBar) -> str:
    bands = "".join(
        f'<rect class="year__band year__band--{band.kind}" x="{band.x}" width="{band.width}" '
        'y="1.5" height="7" rx="0.6"/>'
        for band in row.bands
    )
    today = f'<line class="year__today" x1="{bar.today_x}" x2="{bar.today_x}" y1="0" y2="10"/>' if bar.today_x else ""
    return (
        '<svg class="year__track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{LINES}{bands}{today}</svg>"
    )


LINES = "".join(
    f'<line class="year__line" x1="{end}" x2="{end}" y1="0" y2="10"/>' for end in YearBar(0, [], False).month_ends
)
"""Where months end: the same in every year."""
