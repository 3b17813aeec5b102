"""Cutting a picture to its sizes after it came in, by the worker: nobody waits for AVIF, and order files go first."""

import logging

from django.db import transaction
from django_tasks import task
from wagtail.images.models import SourceImageIOError

from media.cuts import cut_all, has_cuts
from media.models import CustomImage

logger = logging.getLogger(__name__)


@task(backend="imports", priority=-50)
def make_cuts(pk: int) -> None:
    """All cuts of one picture. One that has gone meanwhile, or has lost its file, is passed over."""
    picture = CustomImage.objects.filter(pk=pk).first()
    if picture and not has_cuts(picture):
        try:
            cut_all(picture)
        except SourceImageIOError:
            logger.warning("Picture %s has no file to cut", pk)


def order_cuts(instance: CustomImage, raw: bool = False, **kwargs: object) -> None:
    """Receiver of `post_save`: a new picture, another file, another focal point."""
    if not raw and not has_cuts(instance):
        transaction.on_commit(lambda: make_cuts.enqueue(instance.pk))


def forget_cuts(instance: object, **kwargs: object) -> None:
    """Receiver of `post_delete` of a rendition: its file is gone, so that no page may name it."""
    CustomImage.objects.filter(pk=getattr(instance, "image_id", None)).exclude(cuts={}).update(cuts={})
