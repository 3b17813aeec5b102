"""What each screen of the desk is for, in two sentences, with a picture where one helps."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from livestreams.sales.staff.work.lists import WORK_LISTS


@dataclass(frozen=True)
class Screen:
    """By the name of its menu item. `picture` is a template that draws it."""

    name: str
    title: Any
    text: Any
    picture: str = ""
    caption: Any = ""


SALES = (
    Screen(
        "hand-in",
        _("Hand in order files"),
        _(
            "Drop in the files as they came from the back end. Before anything counts you see how many rows are "
            "new and how far the totals would move; only your yes counts them in. The same file twice changes "
            "nothing."
        ),
        "help/pictures/numbers.html",
        _("What a file would change, before you say yes"),
    ),
    Screen(
        "imports",
        _("Order files handed in"),
        _(
            "Every file with who brought it and what it moved. A wrong one is undone as if it had never come, "
            "and can be taken back in."
        ),
    ),
    Screen(
        "totals",
        _("Totals"),
        _(
            "Sales by team, village, product, session … over any days; every way of cutting gives the same sum, "
            "to the fen. Click a figure for its lines, a line for why it was credited so."
        ),
        "help/pictures/ladder.html",
        _("Platforms' orders and what is evidenced by hand, never mixed"),
    ),
    Screen(
        "lines",
        _("Lines"),
        _("Each sub-order with its files and the rule that credited it. Find one by its order number."),
    ),
    Screen(
        "session-lists",
        _("Session lists"),
        _(
            "The list of livestreams that Douyin gives: figures and the platform's own times of all sessions at once. "
            "Before anything is entered you see which rows are ours and which orders move."
        ),
    ),
    Screen(
        "session-results",
        _("Results of sessions"),
        _(
            "What each livestream brought, final or provisional, by product, per hour and per thousand views; orders "
            "after the end apart; beside the platform's figure with what differs, and beside the own earlier ones."
        ),
    ),
    Screen(
        "corrections",
        _("Corrections by hand"),
        _(
            "Where files cannot know better, correct the team, the SKU or the refund of one line, with a "
            "reason. No later file overwrites it; undo it at any time."
        ),
    ),
    Screen(
        "written",
        _("Sales written down by hand"),
        _(
            "Sales that no platform knows, written down by teams with a picture as proof. They count once you "
            "confirm them, and always stand apart from the platforms' figures."
        ),
    ),
    Screen(
        "claims",
        _("Claimed figures"),
        _(
            "Figures that somebody states, such as in the newspaper, with their source. They are never added to "
            "anything."
        ),
    ),
    Screen(
        "changes",
        _("Recorded changes"),
        _("Who changed which table, account or line, when and why, and how much money it moved."),
    ),
    Screen(
        "coverage",
        _("Who has handed in"),
        _(
            "Shops and days: which days files tell of and which are missing. Below stands whom to ask for what, "
            "ready to copy into the group."
        ),
        "help/pictures/coverage.html",
        _("A shop over a week; red days are to be asked for"),
    ),
    Screen(
        "people",
        _("People and accounts"),
        _(
            "Make accounts with a one-time link, put people into teams and end that when they leave. Who has "
            "left gets in no more from that day on."
        ),
    ),
)
WORK_TEXTS = {
    "written": _(
        "Look at the picture: day, goods and amount must fit. Say yes, or send it back with a reason; the "
        "team sees it on the phone."
    ),
    "requests": _(
        "A team says that an account or a line is theirs. You see first what would move, then grant it or say why not."
    ),
    "times": _(
        "A change of a session's time that would give sales to the team of who asked. You see what would move; a clerk "
        "of that team leaves it to a colleague."
    ),
    "doublets": _(
        "A sale by hand with the amount and day of a platform's line, or written down twice. Say that it is "
        "the same, and the hand-written one goes back; or keep both."
    ),
    "unmapped": _(
        "What a shop sells under a code that we do not know. Choose the SKU once: weight, product and "
        "villages of all its lines follow, past and coming."
    ),
    "strangers": _(
        "A streamer's id that nobody entered. Enter whose account it is; before that its sales have no team."
    ),
    "unclaimed": _("Our accounts that no team owned on the day. Say which team, and since when."),
    "provisional": _(
        "The platform did not say in time whether a live session sold it. A file exported a day later settles it."
    ),
    "words": _("A status that we do not know refunds nothing. Look it up once, then put it off the list."),
}
EFFECT = "help/pictures/effect.html"


def work_screens() -> list[Screen]:
    """The work lists, in the order of the menu."""
    shown = {"unmapped": (EFFECT, _("Before you say yes: what moves from where to where"))}
    return [Screen(each.name, each.label, WORK_TEXTS[each.name], *shown.get(each.name, ())) for each in WORK_LISTS]
