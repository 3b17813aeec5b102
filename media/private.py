"""Pictures that only those may see whom they concern. Whoever calls has asked whose it is."""

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponseBase


def serve_private(picture: FieldFile) -> HttpResponseBase:
    """A JPEG for this reader's browser only. Raises Http404 where there is none."""
    if not picture:
        raise Http404
    try:
        content = picture.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    headers = {
        "Cache-Control": "private, max-age=600",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline",
    }
    return FileResponse(content, content_type="image/jpeg", headers=headers)
