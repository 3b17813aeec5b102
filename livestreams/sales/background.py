"""Work outside the request: reading in a process of its own, counting in and out by the queue of tasks."""

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from livestreams.sales.importing import apply, refuse
from livestreams.sales.locks import is_crediting
from livestreams.sales.models import OrderImport
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.undoing import redo_import, undo_import
from zhunong.access.models import User

State = OrderImport.State
TURNS = {"undo": undo_import, "redo": redo_import}
GRACE = datetime.timedelta(minutes=1)
"""How long a worker may take between picking up a task and holding the lock."""


@dataclass
class ToRead:
    """One file for the reading process; no `stream` = it is staged already and only its shop was missing.

    `scope` names whose shops it may be of (`livestreams.sales.scopes`).
    """

    order_import: int
    file_name: str = ""
    shop: int | None = None
    password: str = ""
    streamers: bool = True
    scope: str = "desk"
    stream: BinaryIO | None = None
    descriptor: int | None = None


def start_reading(files: Iterable[ToRead], by: User) -> None:
    """Let a process of its own read the files one after another; it inherits their nameless descriptors.

    Names and passwords go through a pipe, so that they stand in no list of processes.
    """
    jobs = []
    for file in files:
        file.descriptor = file.stream.fileno() if file.stream else None
        jobs.append({name: value for name, value in vars(file).items() if name != "stream"})
    process = subprocess.Popen(
        [sys.executable, "-m", "django", "read_order_files"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[job["descriptor"] for job in jobs if job["descriptor"] is not None],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE},
        start_new_session=True,
    )
    assert process.stdin
    with process.stdin as pipe:
        pipe.write(json.dumps({"user": by.pk, "files": jobs}).encode())


def confirm(order_import: OrderImport, by: User) -> None:
    """Have a file counted in. A second yes to the same file does nothing."""
    waiting = OrderImport.objects.filter(pk=order_import.pk, state=State.READY)
    if waiting.update(state=State.APPLYING, heartbeat_at=timezone.now(), refusal=None):
        apply_import.enqueue(order_import.pk, by.pk)


@task(backend="imports")
def apply_import(import_id: int, user_id: int) -> None:
    """Count a file in that somebody said yes to."""
    order_import = OrderImport.objects.filter(pk=import_id, state=State.APPLYING).first()
    if not order_import:
        return
    OrderImport.objects.filter(pk=import_id).update(heartbeat_at=timezone.now())
    try:
        apply([order_import], User.objects.get(pk=user_id), keep_repeats=True)
    except Refused as refused:
        refuse(order_import, refused)
    except Exception:
        failed = {"code": "failed", "params": {}}
        OrderImport.objects.filter(pk=import_id, state=State.APPLYING).update(state=State.READY, refusal=failed)
        raise


@task(backend="imports")
def turn_import(import_id: int, turn: str, user_id: int) -> None:
    """Undo an import or take it back in; a refusal stays with the import until its next turn."""
    order_import = OrderImport.objects.get(pk=import_id)
    refusal = None
    try:
        TURNS[turn](order_import, User.objects.get(pk=user_id))
    except Refused as refused:
        refusal = {"code": refused.code, "params": refused.params}
    except Exception:
        refusal = {"code": "failed", "params": {}}
        raise
    finally:
        OrderImport.objects.filter(pk=import_id).update(refusal=refusal)


def under_way(act: Task) -> set[int]:
    """The imports that an act waits or works on; a task whose worker died does neither."""
    tasks = DBTaskResult.objects.filter(
        task_path=act.module_path, status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]
    )
    found = {each.args_kwargs["args"][0]: each for each in tasks}
    townships = dict(OrderImport.objects.filter(pk__in=found).values_list("pk", "township_id")) if found else {}
    return {pk for pk, township in townships.items() if is_alive(found[pk], township)}


def is_alive(result: DBTaskResult, township: int) -> bool:
    waits = result.status == TaskResultStatus.READY
    just_begun = result.started_at is not None and result.started_at > timezone.now() - GRACE
    return waits or just_begun or is_crediting(township)


def release_dead_applying() -> None:
    """Files that a dead worker was counting in wait for a yes again: it left nothing but staging."""
    silent = OrderImport.objects.filter(state=State.APPLYING, heartbeat_at__lt=timezone.now() - GRACE)
    townships = dict(silent.values_list("pk", "township_id"))
    if not townships:
        return
    alive = under_way(apply_import)
    dead = [pk for pk, township in townships.items() if pk not in alive and not is_crediting(township)]
    silent.filter(pk__in=dead).update(state=State.READY)
