"""Whose totals a user sees."""

from zhunong.access.models import User


def townships_of(user: User) -> tuple[int, ...] | None:
    """Primary keys of the townships that the user works for or looks at; None = all."""
    return None if user.is_superuser else tuple(user.townships_seen().values_list("pk", flat=True))
