"""Run a command of the site with some functions held up, so that others may come between, or kill it there.

    python held_up.py '[{"at": "livestreams.sales.importing:apply", …}]' import_orders FILE

Each hold: `at` module:function; `after` = once it has run, else before; `nth` call; `signal` a file to make on the way;
`until` a file to wait for; `fail` = break there; `free` = a context manager that is to do nothing
(for negative controls).
"""

import functools
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any


def hold_up(hold: dict[str, Any]) -> None:
    module, _, path = hold["at"].partition(":")
    owner: Any = importlib.import_module(module)
    *parents, name = path.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    function = getattr(owner, name)
    setattr(owner, name, (lambda *_: nullcontext()) if hold.get("free") else held(function, hold))


def held(function: Callable, hold: dict[str, Any]) -> Callable:
    calls = 0

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        now = calls == hold.get("nth", 1)
        if now and not hold.get("after"):
            stop(hold)
        result = function(*args, **kwargs)
        if now and hold.get("after"):
            stop(hold)
        return result

    return wrapper


def stop(hold: dict[str, Any]) -> None:
    Path(hold["signal"]).touch()
    if hold.get("fail"):
        raise RuntimeError("broken on purpose")
    while "until" in hold and not Path(hold["until"]).exists():
        time.sleep(0.02)


def main() -> None:
    from django.core.management import execute_from_command_line

    os.environ["DJANGO_SETTINGS_MODULE"] = "zhunong.settings"
    import django

    django.setup()
    for hold in json.loads(sys.argv[1]):
        hold_up(hold)
    execute_from_command_line(["manage.py", *sys.argv[2:]])


if __name__ == "__main__":
    main()
