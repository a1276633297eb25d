"""Settings of benchmarks that start processes: those of tests, with vectors and connections as in production, and with
the same files in MEDIA_ROOT, if that is set.
"""

import os
from pathlib import Path

from hub.settings import base
from hub.settings.test import *  # noqa: F403  settings are inherited this way

EMBEDDINGS_URL = base.EMBEDDINGS_URL
DATABASES = {"default": {**DATABASES["default"], "CONN_MAX_AGE": base.DATABASES["default"].get("CONN_MAX_AGE", 0)}}  # noqa: F405
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", MEDIA_ROOT))  # noqa: F405
