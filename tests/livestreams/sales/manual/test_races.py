"""Several at once, in real processes: one draft is one sale, and of two clerks one decides."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.livestreams.sales.processes import PATIENCE, Site, copy_of, wait_for

PREPARE = """
import datetime
from livestreams.teams.models import Membership, Team
from zhunong.access.models import User
user = User.objects.create_user("member")
Membership.objects.create(team=Team.objects.get(slug="fourteen"), user=user, valid_from=datetime.date(2020, 1, 1))
"""
SEND = """
import datetime, uuid
from django.core.files.base import ContentFile
from livestreams.sales.manual import write_down
from livestreams.sales.manual_facts import Said, today
from livestreams.teams.models import Team
from products.models import Sku
from zhunong.access.models import User
sku = Sku.objects.get(code="CH-5J")
said = Said(Team.objects.get(slug="fourteen"), today(), sku.product, sku, 3, None, 12850, "market", "team",
    ContentFile(b"picture", "proof.jpg"))
sale, is_new = write_down(said, uuid.UUID(int=7), User.objects.get(username="member"))
print(sale.pk, is_new)
"""
DECIDE = """
from livestreams.sales import manual
from livestreams.sales.models import ManualSale
from zhunong.access.models import User
try:
    manual.{act}(ManualSale.objects.get(), User.objects.get(username="member"){reason})
    print("done")
except manual.TooLate:
    print("too late")
"""
TELL = """
from livestreams.sales.models import ManualSale, ManualSaleEvent
print(ManualSale.objects.count(), ManualSale.objects.get().state, ManualSaleEvent.objects.count())
"""


@pytest.fixture
def site(small_site: Site, tmp_path: Path) -> Iterator[Site]:
    with copy_of(small_site, tmp_path / "site") as copied:
        copied.run("shell", "-v0", "-c", PREPARE)
        yield copied


def answer(process) -> str:
    output, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    return output.strip()


def held(tmp_path: Path, at: str) -> list[dict]:
    return [{"at": at, "signal": str(tmp_path / "there"), "until": str(tmp_path / "go")}]


def pictures(site: Site) -> int:
    return len(list((site.folder / "proofs").rglob("*.jpg")))


def test_a_draft_sent_twice_at_once_is_one_sale(site, tmp_path):
    """The first has found no sale of its draft yet when the second is through."""
    first = site.start("shell", "-v0", "-c", SEND, holds=held(tmp_path, "livestreams.sales.manual:check_said"))
    wait_for(tmp_path / "there", first)
    second = site.run("shell", "-v0", "-c", SEND).split()
    (tmp_path / "go").touch()
    assert (answer(first).split(), second[1]) == ([second[0], "False"], "True")
    assert site.run("shell", "-v0", "-c", TELL).split() == ["1", "waiting", "1"]
    assert pictures(site) == 1


def test_of_two_clerks_at_once_one_decides_and_the_other_is_told(site, tmp_path):
    """The first has locked the sale and not yet written when the second comes."""
    site.run("shell", "-v0", "-c", SEND)
    confirm, back = DECIDE.format(act="confirm", reason=""), DECIDE.format(act="send_back", reason=', "看不清"')
    first = site.start("shell", "-v0", "-c", confirm, holds=held(tmp_path, "livestreams.sales.manual:note"))
    wait_for(tmp_path / "there", first)
    second = site.start("shell", "-v0", "-c", back)
    time.sleep(4)
    (tmp_path / "go").touch()
    assert (answer(first), answer(second)) == ("done", "too late")
    assert site.run("shell", "-v0", "-c", TELL).split() == ["1", "confirmed", "2"]
