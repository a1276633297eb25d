"""Proof that nothing is lost and nothing private shown while processes are killed and servers stop.

    .venv/bin/python -m bench.faults            editors and the worker are killed while readers follow the feed
    .venv/bin/python -m bench.faults.outage     Elasticsearch is stopped and started again

Each makes a database of its own on the PostgreSQL of DATABASE_URL, or on a temporary server, and removes it at its end.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "scripts"))  # where `services` is
