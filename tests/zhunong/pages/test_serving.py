import socket
import subprocess
import sys
import threading

import pytest
from django.core.management import CommandError, call_command

from zhunong.pages import serving

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
FAIL = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(serving, "PAUSE", 0.01)
    monkeypatch.setattr(serving, "POLL", 0.01)
    monkeypatch.setattr(serving.signal, "signal", lambda *args: None)


@pytest.fixture
def started(monkeypatch) -> list[subprocess.Popen]:
    children, start = [], serving.start

    def watch(command: list[str]) -> subprocess.Popen:
        children.append(start(command))
        return children[-1]

    monkeypatch.setattr(serving, "start", watch)
    return children


def test_a_worker_that_dies_is_started_again_and_all_stop_together(quick, started):
    household = serving.Household(SLEEP, FAIL)
    threading.Timer(1.5, household.stop, (15, None)).start()
    assert household.run() == 0
    assert len(started) > 2
    assert all(child.poll() is not None for child in started)


def test_a_web_server_that_falls_over_ends_it_all(quick, started):
    assert serving.Household(FAIL, SLEEP).run() == 3
    assert all(child.poll() is not None for child in started)


def test_a_taken_port_is_said_plainly():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match="--port"):
            call_command("serve", port=taken.getsockname()[1])


def test_web_server_writes_no_access_log():
    assert "--no-access-log" in serving.web_server("127.0.0.1", 8000)


def test_timed_pages_are_looked_for_now_and_then(quick, started, monkeypatch):
    monkeypatch.setattr(serving, "TIMED", 0.1)
    monkeypatch.setattr(serving, "timed_publisher", lambda: [sys.executable, "-c", "pass"])
    household = serving.Household(SLEEP, SLEEP)
    threading.Timer(1.0, household.stop, (15, None)).start()
    household.run()
    assert len(started) > 2
