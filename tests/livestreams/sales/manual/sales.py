"""Sales written down by hand, and pictures of proofs, for tests."""

import datetime
import uuid
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from livestreams.sales.manual import confirm, write_down
from livestreams.sales.manual_facts import Said
from livestreams.sales.models import ManualSale
from livestreams.teams.models import Team
from products.models import Product, Sku
from zhunong.access.models import User

NOW = datetime.date(2026, 6, 20)
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def picture(size: tuple[int, int] = (40, 30), format: str = "JPEG", **options: Any) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, (200, 60, 40)).save(target, format, **options)
    return target.getvalue()


def photo(size: tuple[int, int] = (40, 30), orientation: int = 1) -> bytes:
    """A JPEG as a phone takes it: with the place, the maker and a turn."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Phone"
    exif[GPS] = {1: "N", 2: (35.0, 29.0, 30.0), 3: "E", 4: (111.0, 34.0, 12.0)}
    return picture(size, exif=exif, comment=b"somebody's name")


def upload(content: bytes, name: str = "proof.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def said(**different: Any) -> Said:
    """Three boxes of cherries by 十四小只 for 128.50 yuan."""
    sku = different.pop("sku", Sku.objects.get(code="CH-5J"))
    plain = {
        "team": Team.objects.get(slug="fourteen"),
        "day": datetime.date(2026, 6, 1),
        "product": sku.product if sku else Product.objects.get(slug="cherry"),
        "sku": sku,
        "items": 3,
        "weight_g": None,
        "amount_fen": 128_50,
        "channel": "market",
        "receiver": "team",
        "picture": ContentFile(picture(), "proof.jpg"),
    }
    return Said(**(plain | different))


def make_sale(by: User, **different: Any) -> ManualSale:
    return write_down(said(**different), uuid.uuid4(), by)[0]


def confirmed(by: User, clerk: User, **different: Any) -> ManualSale:
    return confirm(make_sale(by, **different), clerk)


def many_sales(by: User, count: int, **different: Any) -> None:
    """Confirmed ones, straight into the table: no pictures, no events."""
    columns = said(**different).columns() | {"state": "confirmed", "written_by": by, "written_at": timezone.now()}
    ManualSale.objects.bulk_create(ManualSale(**columns, draft=uuid.uuid4()) for _number in range(count))


def form_data(**different: Any) -> dict[str, Any]:
    """What the phone's form posts; None = the field is not sent."""
    plain = {
        "draft": str(uuid.uuid4()),
        "day": "2026-06-01",
        "goods": f"sku:{Sku.objects.get(code='CH-5J').pk}",
        "items": "3",
        "jin": "",
        "amount": "128.50",
        "channel": "market",
        "receiver": "team",
        "picture": upload(photo()),
    }
    return {name: value for name, value in (plain | different).items() if value is not None}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
