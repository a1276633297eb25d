"""What the database's own log says of a run: deadlocks, and how long somebody waited for a lock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import psycopg

PATIENCE = "200ms"
STATEMENT_LENGTH = 300
# The server's default prefix: time, zone, [process]. What belongs to an entry goes on behind a tab.
ENTRY = re.compile(r"^\d{4}-\d\d-\d\d \S+ \S+ \[(\d+)\] ([A-Z]+): +(.*(?:\n\t.*)*)", re.MULTILINE)
WAITED = re.compile(r"acquired \w+ on .* after ([\d.]+) ms")


@dataclass(frozen=True)
class ServerLog:
    """The log of a server of one's own."""

    path: Path

    def begin(self, server: psycopg.Connection) -> None:
        """Make the server note each wait for a lock that is longer than PATIENCE. Needs a superuser."""
        server.execute("ALTER SYSTEM SET log_lock_waits = on")
        server.execute(f"ALTER SYSTEM SET deadlock_timeout = '{PATIENCE}'")
        server.execute("SELECT pg_reload_conf()")

    def deadlocks(self) -> list[str]:
        """Return the DETAIL of each deadlock: which processes waited for which, and their statements."""
        details, victim = [], None
        for process, level, text in ENTRY.findall(self.path.read_text(errors="replace")):
            if level == "ERROR":
                victim = process if text == "deadlock detected" else None
            elif level == "DETAIL" and process == victim:
                details.append("\n".join(line.strip()[:STATEMENT_LENGTH] for line in text.splitlines()))
                victim = None
        return details

    def waits(self) -> list[float]:
        """Return the seconds of each wait for a lock that was longer than PATIENCE and came to its end."""
        return [float(milliseconds) / 1000 for milliseconds in WAITED.findall(self.path.read_text(errors="replace"))]
