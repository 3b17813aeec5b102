"""Links that wait are void once a team or a shop is given or taken: nobody's link opens more than it was made for."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from livestreams.teams.models import Membership, ShopOperator
from zhunong.access.models import User


def void_links(instance: Membership | ShopOperator, **signal: Any) -> None:
    User.objects.filter(pk=instance.user_id).exclude(invited_at=None).update(invited_at=None)


def watch() -> None:
    for model in (Membership, ShopOperator):
        for signal in (post_save, post_delete):
            signal.connect(void_links, sender=model, dispatch_uid=f"void_links_{model.__name__}")
