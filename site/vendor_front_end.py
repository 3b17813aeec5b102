"""Fetch the front-end libraries that the pages use, as published, into zhunong/static/vendor/ with their licences.

Run by hand after changing a version: `python site/vendor_front_end.py`. Needs npm, whose registry is npm's own setting.
"""

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).parent / "zhunong" / "static" / "vendor"
PACKAGES = {
    "@event-calendar/build@5.10.1": ("event-calendar", ["dist/event-calendar.min.js", "dist/event-calendar.min.css"]),
    "echarts@6.1.0": ("echarts", ["dist/echarts.common.min.js", "LICENSE"]),
    "htmx.org@2.0.11": ("htmx", ["dist/htmx.min.js", "LICENSE"]),
    "weixin-js-sdk@1.6.5": ("weixin-js-sdk", ["index.js", "LICENSE"]),
}
"""Package and version → folder, and the files taken from the package. Licences: vendor/README.md."""
SOURCE_MAP = re.compile(rb"\n?//# sourceMappingURL=\S+\s*$")
"""Of maps that are not fetched: static files with one that is missing are refused."""


def main() -> None:
    for package, (folder, names) in PACKAGES.items():
        with tempfile.TemporaryDirectory() as place:
            packed = subprocess.run(["npm", "pack", package], cwd=place, check=True, capture_output=True, text=True)
            target = VENDOR / folder
            target.mkdir(parents=True, exist_ok=True)
            with tarfile.open(Path(place) / packed.stdout.split()[-1]) as archive:
                for name in names:
                    member = archive.extractfile(f"package/{name}")
                    assert member, f"{package} has no {name}"
                    (target / Path(name).name).write_bytes(SOURCE_MAP.sub(b"", member.read()))


if __name__ == "__main__":
    main()
