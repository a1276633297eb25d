"""Settings of benchmarks that start processes: those of tests, with vectors and connections as in production."""

from hub.settings import base
from hub.settings.test import *  # noqa: F403  settings are inherited this way

EMBEDDINGS_URL = base.EMBEDDINGS_URL
DATABASES = {"default": {**DATABASES["default"], "CONN_MAX_AGE": base.DATABASES["default"].get("CONN_MAX_AGE", 0)}}  # noqa: F405
