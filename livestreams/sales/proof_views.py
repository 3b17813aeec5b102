"""Serving proof pictures. Whoever calls has made sure that the sale is in the reader's scope."""

from django.http import HttpResponseBase

from livestreams.sales.models import ManualSale
from media.private import serve_private


def serve_proof(sale: ManualSale) -> HttpResponseBase:
    """The sale's picture, for this reader's browser only. Raises Http404 where there is none."""
    return serve_private(sale.proof)
