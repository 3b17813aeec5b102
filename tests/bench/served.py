"""Settings of a served site with one more address, the bare view; cached or not by `PAGE_CACHE`."""

from zhunong.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.baselines.bare_view"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
