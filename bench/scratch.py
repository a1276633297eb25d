"""A database for one benchmark, beside that of DATABASE_URL, or a file of SQLite.

TEST_TEMPLATE_DATABASE names a migrated one that is copied: to migrate takes a minute. Tests set it.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from hub.settings.environment import sqlite_url


@contextmanager
def scratch_database() -> Iterator[None]:
    """Make Django's database an empty one with the hub's tables; remove it at the end."""
    is_copied = connection.vendor == "sqlite" and copy_template(connection.settings_dict["TEST"]["NAME"])
    databases = setup_databases(verbosity=0, interactive=False, keepdb=is_copied)
    try:
        yield
    finally:
        teardown_databases(databases, verbosity=0)


def copy_template(path: str | Path) -> bool:
    """Copy the migrated SQLite database to `path`, and tell whether there is one."""
    template = os.environ.get("TEST_TEMPLATE_DATABASE", "")
    if not os.path.isfile(template):
        return False
    shutil.copyfile(template, path)
    return True


def database_url() -> str:
    """Return the DATABASE_URL of the scratch database, for processes that read it."""
    if connection.vendor == "sqlite":
        return sqlite_url(Path(connection.settings_dict["NAME"]))
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
