"""Files by typed address: what is private never lies where the site serves files, whatever is typed."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from livestreams.sales.models import ManualSale
from tests.access.secrets import body_of
from tests.access.world import World

NOT_FOUND = {302, 400, 403, 404}
PROOF = "凭证".encode()


def typed(world: World) -> list[str]:
    """Addresses that somebody may try for a proof, a database or a log."""
    proof = ManualSale.objects.visible_to(world.people["staff"]).exclude(proof="").first().proof.name
    private = [f"proofs/{proof}", proof, "zhunong.sqlite3", "secret_key", "exports/"]
    around = ["", "../", "..%2f", "%2e%2e/", "....//", "//", "proofs/..//"]
    return [f"/uploads/{way}{name}" for name in private for way in around] + [f"/proofs/{proof}", f"/{proof}"]


@pytest.mark.parametrize("name", ["visitor", "other_staff", "other_member", "member", "staff"])
def test_nothing_private_is_among_public_uploads(world: World, clients: dict[str, Client], name: str):
    for path in typed(world):
        answer = clients[name].get(path)
        assert answer.status_code in NOT_FOUND and PROOF not in body_of(answer), path


def test_private_folders_lie_outside_the_public_one(settings):
    public = Path(settings.MEDIA_ROOT).resolve()
    for private in (settings.PROOFS_DIR, settings.EXPORT_DIR):
        assert not Path(private).resolve().is_relative_to(public)


def test_folders_are_never_listed(world: World, clients: dict[str, Client]):
    Path(settings.MEDIA_ROOT, "original_images").mkdir(parents=True, exist_ok=True)
    for path in ("/uploads/original_images/", "/uploads/original_images"):
        assert clients["administrator"].get(path).status_code == 404
