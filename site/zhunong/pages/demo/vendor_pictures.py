"""Fetch the drawn fruits once, from npm's registry: `python site/zhunong/pages/demo/vendor_pictures.py`.

They are Microsoft's Fluent emoji (3D) as packed by LobeHub, both MIT; see pictures/LICENSE.md.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@lobehub/fluent-emoji-3d@1.1.0"
PICTURES = {
    "berries": "1fad0",
    "cherries": "1f352",
    "grapes": "1f347",
    "peach": "1f351",
    "pear": "1f350",
    "scissors": "2702-fe0f",
    "strawberry": "1f353",
    "tangerine": "1f34a",
}
"""Our name for a picture, and the package's."""
FOLDER = Path(__file__).parent / "pictures"


def vendor() -> None:
    """Write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            for name, code in PICTURES.items():
                member = package.extractfile(f"package/assets/{code}.webp")
                assert member, code
                (FOLDER / f"{name}.webp").write_bytes(member.read())


if __name__ == "__main__":
    vendor()
