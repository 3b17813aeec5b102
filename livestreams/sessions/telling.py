"""Changes of events and sessions in plain words: who did what, and why."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sessions.models import EventChange

Act = EventChange.Act
SENTENCES: dict[Act, Promise] = {
    Act.PLANNED: gettext_lazy("%(who)s planned %(after)s."),
    Act.CHANGED: gettext_lazy("%(who)s changed the plan from %(before)s to %(after)s."),
    Act.CANCELLED: gettext_lazy("%(who)s cancelled %(before)s."),
    Act.ASKED: gettext_lazy("%(who)s proposed these shares: %(after)s."),
    Act.AGREED: gettext_lazy("%(who)s said yes for %(after)s."),
    Act.DECLINED: gettext_lazy("%(who)s said no for %(after)s."),
    Act.PEOPLE: gettext_lazy("%(who)s changed who is in it: %(after)s."),
    Act.LINE_UP: gettext_lazy("%(who)s changed the line-up from %(before)s to %(after)s."),
    Act.PRESSED: gettext_lazy("%(who)s pressed %(after)s%(where)s."),
    Act.WINDOW: gettext_lazy("%(who)s changed the time that counts from %(before)s to %(after)s%(where)s."),
    Act.TIME_ASKED: gettext_lazy("%(who)s asked the township for %(after)s instead of %(before)s%(where)s."),
    Act.TIME_REFUSED: gettext_lazy("%(who)s said no to %(after)s%(where)s."),
    Act.TIME_TAKEN_BACK: gettext_lazy("%(who)s took the request for %(after)s back%(where)s."),
    Act.FIGURES: gettext_lazy("%(who)s entered figures%(where)s: %(after)s."),
    Act.CORRECTED: gettext_lazy("%(who)s corrected figures%(where)s from %(before)s to %(after)s."),
}
UNCHANGED_PLAN = gettext_lazy("%(who)s changed who does what, or on which accounts, in %(after)s.")
PRESSES = {"start": gettext_lazy("“on air”"), "end": gettext_lazy("“over”")}


def told(change: EventChange) -> str:
    """One sentence or two, as in "Wang Fang planned …. Reason: …". Wants `by` and `session__account` selected."""
    after = PRESSES.get(change.after, change.after) if change.act == Act.PRESSED else change.after
    words = {
        "who": str(change.by) if change.by else _("The site"),
        "before": change.before or "—",
        "after": after or "—",
        "where": _(" on %(account)s") % {"account": change.session.account} if change.session else "",
    }
    is_silent = change.act == Act.CHANGED and change.before == change.after
    sentence = str(UNCHANGED_PLAN if is_silent else SENTENCES[Act(change.act)]) % words
    if not change.reason:
        return sentence
    return _("%(sentence)s Reason: %(reason)s") % {"sentence": sentence, "reason": change.reason}
