"""Accounts made for people: named by the township, found again by phone."""

import unicodedata

from django.db import IntegrityError, transaction

from zhunong.access.models import User
from zhunong.places.models import Township

TRIES = 5


def next_name(township: Township) -> str:
    """`anyu-014`: short, and typed on any phone without changing the keyboard twice."""
    prefix = f"{township.slug}-"
    taken = User.objects.filter(username__startswith=prefix).values_list("username", flat=True)
    tails = [name.removeprefix(prefix) for name in taken]
    highest = max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)
    return f"{prefix}{highest + 1:03d}"


def make_account(name: str, phone: str | None, township: Township) -> User:
    """A new account without a password: a one-time link sets it. Two makers at once get two names."""
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return User.objects.create_user(next_name(township), display_name=name, phone=phone)
        except IntegrityError:
            if phone and User.objects.filter(phone=phone).exists():
                raise
    raise RuntimeError(f"no free user name in {township.slug}")


def with_phone(phone: str | None) -> User | None:
    return User.objects.filter(phone=phone).first() if phone else None


def tidy_name(name: str) -> str:
    """Full-width letters and blanks as usual ones, no blanks at the ends."""
    return " ".join(unicodedata.normalize("NFKC", name).split())
