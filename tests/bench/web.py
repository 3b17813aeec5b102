"""Requests per second of a site served as it is at home: granian, one process, one visitor who asks again and again."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median

from tests.browser.conftest import free_port, wait_for

ROUNDS, WARM_UP, IN_A_ROW = 20, 3, 10


@contextmanager
def served(environment: dict[str, str], *, cached: bool) -> Iterator[int]:
    """The port of the site with one more address, `/bare/` (tests.bench.baselines.bare_view)."""
    port = free_port()
    own = {"DJANGO_SETTINGS_MODULE": "tests.bench.served", "PAGE_CACHE": "on" if cached else "off"}
    subprocess.run(
        [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], env=environment | own, check=True
    )
    server = subprocess.Popen(
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
            "--workers", "1", "--blocking-threads", "1", "--no-ws", "--no-access-log", "--log-level", "warning",
            "zhunong.wsgi:application",
        ],
        env=os.environ | environment | own,
    )  # fmt: skip
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def requests_per_second(port: int, paths: Sequence[str]) -> list[float]:
    """Of each path over one connection kept open; the median of its requests. Raises SystemExit where a page fails.

    They take turns, so that whatever else the machine does falls on all of them alike.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port)
    taken: dict[str, list[float]] = {path: [] for path in paths}
    for _round in range(ROUNDS):
        for path in paths:
            found = [asked(connection, path) for _time in range(WARM_UP + IN_A_ROW)]
            taken[path] += found[WARM_UP:]
    connection.close()
    return [1 / median(taken[path]) for path in paths]


def asked(connection: http.client.HTTPConnection, path: str) -> float:
    started = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answers {answer.status}")
    return time.perf_counter() - started
