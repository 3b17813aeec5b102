"""What people type to say who they are: their sign-in name in any case of letters, or their phone number."""

from django.db.models import Q

from zhunong.access.models import User
from zhunong.access.phones import plain_number


def one_name(typed: str) -> str:
    """The user name of whoever is meant, so that tries by name and by number count together; else what was typed."""
    name, number = typed.strip(), plain_number(typed)
    people = User.objects.filter(Q(username__iexact=name) | Q(phone=number)).values_list("username", "phone")
    found = dict(people)
    if name in found:
        return name
    by_number = [username for username, phone in found.items() if phone == number]
    if by_number or len(found) == 1:
        return (by_number or list(found))[0]
    return name.casefold()
