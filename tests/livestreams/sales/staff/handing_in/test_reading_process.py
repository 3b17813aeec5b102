"""From the upload to the totals through the real processes that read and count in, on a database of their own."""

from pathlib import Path

from tests.livestreams.sales.processes import Site, database

HAND_IN = """
import time
from django.test import Client
from livestreams.sales.models import OrderImport
from zhunong.access.models import User
desk = Client(SERVER_NAME="localhost")
desk.force_login(User.objects.create_superuser("chief"))
with open({good!r}, "rb") as good, open({bad!r}, "rb") as bad:
    desk.post("/admin/sales/hand-in/", {{"files": [good, bad]}})
for attempt in range(600):
    if not OrderImport.objects.filter(state="reading").exists():
        break
    time.sleep(0.2)
for order_import in OrderImport.objects.filter(state="ready"):
    desk.post(f"/admin/sales/imports/{{order_import.pk}}/confirm/")
print(*OrderImport.objects.order_by("pk").values_list("state", flat=True))
"""


def test_a_file_goes_from_the_upload_to_the_totals(tmp_path: Path, samples: Path) -> None:
    with database(tmp_path, None) as url:
        site = Site(tmp_path, url)
        site.run("migrate", "-v0")
        site.run("load_tables", samples / "tables")
        files = {"good": str(samples / "douyin-73.csv"), "bad": str(samples / "refuse/cut-off.xlsx")}
        assert site.run("shell", "-v0", "-c", HAND_IN.format(**files)).split() == ["applying", "refused"]
        site.run("db_worker", "--backend", "imports", "--batch", "--no-startup-delay")
        assert site.tell()["total"][3:] == [2822686, 536532]
