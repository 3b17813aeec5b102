"""Uploads of order files: their bytes are on no disk under a name (contracts, section 2, "Personal data")."""

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

LARGEST_UPLOAD = 300 << 20


class NamelessUpload(UploadedFile):
    """An uploaded file that only its descriptor leads to; `is_too_large` ones are empty."""

    is_too_large = False


class NamelessUploadHandler(FileUploadHandler):
    """Keeps each file of a request in a temporary file without a name.

    Django's own handlers spool larger files to a named one. What goes beyond the limit is read and thrown away, so
    that the browser gets a sentence for an answer and not a broken connection.
    """

    file: IO[bytes] | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = TemporaryFile()  # noqa: SIM115 - closed with the request, or by upload_interrupted
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        assert self.file
        self.size += len(raw_data)
        if self.size <= LARGEST_UPLOAD:
            self.file.write(raw_data)
        else:
            self.file.truncate(0)

    def file_complete(self, file_size: int) -> NamelessUpload:
        assert self.file
        self.file.flush()
        self.file.seek(0)
        upload = NamelessUpload(self.file, self.file_name, self.content_type, self.size, self.charset)
        upload.is_too_large = self.size > LARGEST_UPLOAD
        return upload

    def upload_interrupted(self) -> None:
        if self.file:
            self.file.close()


def nameless(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view whose uploads are kept so. The handler has to be set before the CSRF check reads the request's body."""

    @csrf_exempt
    def taking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.upload_handlers = [NamelessUploadHandler(request)]
        return csrf_protect(view)(request, *args, **kwargs)

    return taking
