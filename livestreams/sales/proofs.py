"""Where proof pictures lie: in `VAR_DIR`, served by a view that asks whose they are, never under the public uploads."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage

if TYPE_CHECKING:
    from livestreams.sales.models import ManualSale


def proof_storage() -> Storage:
    return FileSystemStorage(location=settings.PROOFS_DIR)


def proof_path(sale: "ManualSale", file_name: str) -> str:
    """A name that tells nothing: a phone's own file names may hold names and numbers."""
    return f"{sale.township.slug}/{sale.day:%Y-%m}/{uuid.uuid4().hex}.jpg"
