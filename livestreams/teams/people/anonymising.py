"""Making somebody who left anonymous: the row stays, for records point at it; the person is gone from it."""

from axes.utils import reset
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from livestreams.teams.models import Membership, ShopOperator
from zhunong.access.models import User

EMPTY = ("display_name", "first_name", "last_name", "email", "county")


@transaction.atomic
def anonymise(person: User) -> None:
    """No name, phone, mail, password or picture is left, nor a way in. Figures and histories stay as they are."""
    known_as = [name for name in (person.username, person.phone) if name]
    for field in EMPTY:
        setattr(person, field, "")
    person.username, person.phone = f"gone-{person.pk}", None
    person.is_active = person.is_staff = False
    person.last_login = person.invited_at = None
    person.anonymised_at = timezone.now()
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.townships.clear()
    forget_profile(person)
    relabel_log(person)
    for name in known_as:
        reset(username=name)


def forget_profile(person: User) -> None:
    """Wagtail keeps a picture and settings."""
    for profile in UserProfile.objects.filter(user=person):
        if profile.avatar:
            profile.avatar.delete(save=False)
        profile.delete()


def relabel_log(person: User) -> None:
    """Wagtail's log repeats names as they were when something was done to the person or to their periods."""
    rows: list = [person, *Membership.objects.filter(user=person), *ShopOperator.objects.filter(user=person)]
    for row in rows:
        entries = ModelLogEntry.objects.filter(
            Q(content_type=ContentType.objects.get_for_model(row)), object_id=str(row.pk)
        )
        entries.update(label=str(row), data={})
