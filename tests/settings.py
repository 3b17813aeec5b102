"""The real settings, made quick and quiet for tests."""

import os
from pathlib import Path

os.environ.setdefault("VAR_DIR", str(Path(__file__).parents[1] / "var" / "tests"))

from zhunong.settings import *  # noqa: E402, F403
from zhunong.settings import DATABASES, STATIC_ROOT, STORAGES, VAR_DIR  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "imports": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
}
ALLOWED_HOSTS = ["*"]
PAGE_CACHE = False
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
