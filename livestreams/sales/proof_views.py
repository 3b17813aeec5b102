"""Serving proof pictures. Whoever calls has made sure that the sale is in the reader's scope."""

from django.http import FileResponse, Http404, HttpResponseBase

from livestreams.sales.models import ManualSale


def serve_proof(sale: ManualSale) -> HttpResponseBase:
    """The sale's picture, for this reader's browser only. Raises Http404 where there is none."""
    if not sale.proof:
        raise Http404
    try:
        content = sale.proof.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    headers = {
        "Cache-Control": "private, max-age=600",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline",
    }
    return FileResponse(content, content_type="image/jpeg", headers=headers)
