"""What the edit screen of every page asks beside its content: little, and in plain words.

Wagtail's address field is left out (the address is made once, from the title, and stays), and so are comments.
"""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, PublishingPanel, TabbedInterface

LONGEST_ADDRESS = 60

FOUND_PANELS: list[Panel] = [
    MultiFieldPanel(
        [
            FieldPanel(
                "seo_title",
                heading=_("Title in search results"),
                help_text=_("Blank = the page's title. About 20 characters."),
            ),
            FieldPanel(
                "search_description",
                heading=_("Sentence in search results"),
                help_text=_("Blank = the lead. One sentence that says what is on the page."),
            ),
        ],
        _("How search engines and WeChat show the page"),
    )
]
MENU_PANELS: list[Panel] = [
    FieldPanel(
        "show_in_menus", heading=_("In the menu at the top"), help_text=_("For the few pages that everybody looks for.")
    )
]
TIMED_PANELS: list[Panel] = [PublishingPanel()]
"""Has no tab: its dates open from the status at the side."""


def tabs_of(page_class: Any) -> Panel:
    """The edit screen of a page class, with tabs named for what is in them."""
    found = [*page_class.promote_panels, *(MENU_PANELS if stands_in_menus(page_class) else [])]
    tabs = [
        ObjectList(page_class.content_panels, heading=_("content")),
        ObjectList(found, heading=_("How it is found")),
        ObjectList(page_class.settings_panels, heading=_("settings")),
    ]
    return TabbedInterface(tabs, base_form_class=page_class.base_form_class).bind_to_model(page_class)


def stands_in_menus(page_class: Any) -> bool:
    """The menu at the top shows pages right below the home page."""
    return page_class.parent_page_types == ["pages.HomePage"]


def address_of(words: str) -> str:
    """`hong-xiang-su-li` of 红香酥梨: an address that can be typed, read out and printed."""
    from pypinyin import lazy_pinyin  # its dictionaries are loaded when they are needed

    return slugify(" ".join(lazy_pinyin(words)))[:LONGEST_ADDRESS].strip("-") or "page"
