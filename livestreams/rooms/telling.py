"""Changes of bookings in plain words: who did what, and why."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.models import Change

Act = Change.Act
SENTENCES: dict[Act, Promise] = {
    Act.BOOKED: gettext_lazy("%(who)s booked %(after)s for %(team)s."),
    Act.REQUESTED: gettext_lazy("%(who)s asked for %(after)s for %(team)s."),
    Act.CONFIRMED: gettext_lazy("%(who)s said yes to %(after)s."),
    Act.DECLINED: gettext_lazy("%(who)s said no to %(before)s."),
    Act.MOVED: gettext_lazy("%(who)s moved it from %(before)s to %(after)s."),
    Act.SHORTENED: gettext_lazy("%(who)s shortened it from %(before)s to %(after)s."),
    Act.EXTENDED: gettext_lazy("%(who)s extended it from %(before)s to %(after)s."),
    Act.GIVEN: gettext_lazy("%(who)s gave it from %(before)s to %(after)s."),
    Act.CANCELLED: gettext_lazy("%(who)s cancelled %(before)s."),
    Act.EXPIRED: gettext_lazy("%(before)s ran out."),
    Act.RELEASED: gettext_lazy("%(before)s was released, because nobody came."),
    Act.SKIPPED: gettext_lazy("%(after)s could not be booked."),
    Act.OFFERED: gettext_lazy("%(after)s came free and was offered to %(team)s."),
    Act.PRESENT: gettext_lazy("%(who)s said: we are here."),
    Act.PEOPLE: gettext_lazy("%(who)s changed who comes to: %(after)s."),
    Act.CLOSED: gettext_lazy("%(who)s closed %(after)s."),
    Act.OPENED: gettext_lazy("%(who)s opened it again: %(before)s."),
}


def told(change: Change) -> str:
    """One sentence or two, as in "Wang Fang moved it from … to …. Reason: …". Wants `by` and `team` selected."""
    words = {
        "who": str(change.by) if change.by else _("The booking book"),
        "team": str(change.team) if change.team else "—",
        "before": change.before or "—",
        "after": change.after or "—",
    }
    sentence = str(SENTENCES[Act(change.act)]) % words
    if not change.reason:
        return sentence
    return _("%(sentence)s Reason: %(reason)s") % {"sentence": sentence, "reason": change.reason}
