"""The web server and the worker that reads order files, started, watched and stopped together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from types import FrameType

POLL = 0.25
PAUSE = 2.0
"""Seconds before a worker that died is started again."""
TIMED = 300.0
"""Seconds between two looks for pages whose time to be published, or taken down, has come."""
PATIENCE = 30.0
"""Seconds in which a task under way may finish; what is cut off then is swept at the next import."""


def web_server(host: str, port: int) -> list[str]:
    """Two processes of four threads. No access log: addresses may hold order numbers."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "--no-access-log", "--log-level", "warning",
        "--workers-kill-timeout", "10",
        "zhunong.wsgi:application",
    ]  # fmt: skip


def task_worker() -> list[str]:
    return [
        sys.executable, "-m", "django", "db_worker", "--backend", "imports", "--queue-name", "*", "--no-reload",
        "--verbosity", "0",
    ]  # fmt: skip


def timed_publisher() -> list[str]:
    return [sys.executable, "-m", "django", "publish_scheduled", "--verbosity", "0"]


class Household:
    """Two children in sessions of their own, so that Ctrl-C reaches each once, through us; a third now and then."""

    def __init__(self, server: Sequence[str], worker: Sequence[str]) -> None:
        self.server_command, self.worker_command = server, worker
        self.stopping = threading.Event()
        self.publisher: subprocess.Popen | None = None
        self.published_at = time.monotonic()

    def run(self) -> int:
        """Serve until told to stop. Returns the exit status: that of the web server when it fell over by itself."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)
        self.server, self.worker = start(self.server_command), start(self.worker_command)
        try:
            while not self.stopping.is_set() and self.server.poll() is None:
                self.keep_worker()
                self.keep_time()
                self.stopping.wait(POLL)
            return 0 if self.stopping.is_set() else self.server.returncode or 1
        finally:
            end([each for each in (self.server, self.worker, self.publisher) if each])

    def keep_worker(self) -> None:
        if self.worker.poll() is not None and not self.stopping.wait(PAUSE):
            self.worker = start(self.worker_command)

    def keep_time(self) -> None:
        """Start the publisher of timed pages when it is due, and never twice at once."""
        is_free = self.publisher is None or self.publisher.poll() is not None
        if is_free and time.monotonic() - self.published_at >= TIMED:
            self.publisher, self.published_at = start(timed_publisher()), time.monotonic()

    def stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping.set()


def start(command: Sequence[str]) -> subprocess.Popen:
    return subprocess.Popen(command, start_new_session=True)


def end(children: Sequence[subprocess.Popen]) -> None:
    """Ask each to stop; after a while, insist."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:  # its own children too: the session's whole group
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
