"""One-time links: whoever opens one may choose a password, once, within `PASSWORD_RESET_TIMEOUT`."""

import datetime

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils import timezone

from zhunong.access.models import User

LIFETIME = datetime.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)


class OneTimeTokens(PasswordResetTokenGenerator):
    """Void with a newer link, a new password, a sign-in, and with any change of what the account may do in the office.

    The last matters: who made a link for a team member must not hold one for a member of staff a day later.
    """

    key_salt = "zhunong.access.one_time_link"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        rights = [
            user.invited_at and user.invited_at.isoformat(),
            user.is_active,
            user.is_superuser,
            user.county,
            sorted(user.groups.values_list("pk", flat=True)),
            sorted(user.townships.values_list("pk", flat=True)),
        ]
        return f"{super()._make_hash_value(user, timestamp)}{rights}"


tokens = OneTimeTokens()


def make_link(person: User) -> None:
    """Begin a new link. Those made before are void."""
    person.invited_at = timezone.now()
    person.save(update_fields=["invited_at"])


def waits(person: User) -> bool:
    """Whether a link is out that may still be used."""
    made = person.invited_at
    return bool(made and person.is_active and timezone.now() - made < LIFETIME)


def address_of(person: User) -> str:
    """The absolute address of the link that waits."""
    key = f"{person.pk}-{tokens.make_token(person)}"
    return settings.PUBLIC_URL + reverse("one_time_link", args=[key])


def person_of(key: str, lock: bool = False) -> User | None:
    """Whose link this is; None for a used, expired or garbled one. `lock`: inside a transaction, for using it up."""
    number, _dash, token = key.strip("/").partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    people = User.objects.select_for_update() if lock else User.objects.all()
    person = people.filter(pk=int(number)).first()
    return person if person and waits(person) and tokens.check_token(person, token) else None
