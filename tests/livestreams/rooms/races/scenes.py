"""Every fight, and what must come of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from livestreams.rooms.models import Occupancy, Wish
from tests.livestreams.rooms.builders import Centre, at
from tests.livestreams.rooms.races import fights
from tests.livestreams.rooms.races.crew import Act, Outcome

Kind = Occupancy.Kind


class Scene(NamedTuple):
    """`acts`: makes what stands before and returns what is done at once. `most`: rows that may win, at most."""

    acts: Callable[[Centre], Sequence[Act]]
    most: int = 1
    least: int = 1
    """Rows that have to win: a room that nobody gets is no fair end of a race."""
    holds: Callable[[Centre, list[Outcome]], object] = lambda centre, outcomes: True
    """What else must be so."""


def standing(**fields: object) -> int:
    return Occupancy.objects.filter(ended="", **fields).count()


def only(kind: Kind) -> int:
    """How many of a kind stand, where nothing else does."""
    return standing(kind=kind) if standing(kind=kind) == standing() else -1


SCENES = {
    "book, book": Scene(fights.book_book),
    "one form sent eight times": Scene(fights.same_key, holds=lambda c, told: all(each.has_won for each in told)),
    "one person in two rooms": Scene(fights.one_person),
    "hold, book": Scene(fights.hold_book),
    "confirm, book after expiry": Scene(fights.confirm_book_after_expiry),
    "confirm, let go": Scene(fights.confirm_let_go, least=0),
    "move, book": Scene(fights.move_book),
    "extend, book": Scene(fights.extend_book),
    "extend, extend": Scene(fights.extend_against_extend),
    "move crosswise": Scene(fights.crosswise, most=0, least=0),
    "shorten, book": Scene(fights.shorten_book, most=2, holds=lambda c, told: standing(ends_at=at(19)) == 1),
    "give, give, cancel": Scene(fights.give_cancel, holds=lambda c, told: not standing()),
    "one person in two bookings": Scene(fights.people_of_two),
    "yes, no": Scene(fights.yes_no, holds=lambda c, told: Occupancy.objects.get().changes.count() == 2),
    "yes, book after expiry": Scene(fights.yes_after_expiry),
    "we are here, book after release": Scene(fights.present_released),
    "repeat, book": Scene(fights.repeat_book, most=3, least=0, holds=lambda c, told: standing() == 4),
    "one repeat sent eight times": Scene(fights.repeat_key, least=0, holds=lambda c, told: standing() == 3),
    "series moves or goes, book": Scene(fights.series_moves_book, most=3, least=0),
    "close, book": Scene(
        fights.close_book, least=0, holds=lambda c, told: standing() == standing(kind=Kind.CLOSURE) == 2
    ),
    "close, move": Scene(fights.close_move, least=0, holds=lambda c, told: standing(kind=Kind.CLOSURE) == 1),
    "reopen, book": Scene(fights.reopen_book, least=0, holds=lambda c, told: not standing(kind=Kind.CLOSURE)),
    "accept, book after expiry": Scene(fights.accept_book_after_expiry),
    "cancel, book, one waits": Scene(fights.cancel_book_while_one_waits, holds=lambda c, told: only(Kind.OFFER) == 1),
    "expiry, book, one waits": Scene(
        fights.expiry_book_while_one_waits, least=0, holds=lambda c, told: only(Kind.OFFER) == 1
    ),
    "accept, stop waiting": Scene(fights.accept_stop_waiting, least=0),
    "accept, close": Scene(
        fights.accept_close, least=0, holds=lambda c, told: standing() == standing(kind=Kind.CLOSURE) == 1
    ),
    "one place in the line, eight times": Scene(fights.eight_wait, holds=lambda c, told: Wish.objects.count() == 1),
}
