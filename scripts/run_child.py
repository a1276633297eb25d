"""Run a Python program that does not outlive whoever started it, not even one that was killed.

    python scripts/run_child.py manage.py work

The standard input must be a pipe that the starter holds open and never writes to: it closes when the starter ends,
however that happens.
"""

import os
import runpy
import signal
import sys
import threading
import time
from pathlib import Path

GRACE = 10  # seconds in which the program may end what it is at


def end_with_starter() -> None:
    """Wait for the end of the standard input, then end this process: asked to first, and for certain."""
    os.read(sys.stdin.fileno(), 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_starter, daemon=True).start()
    sys.argv = sys.argv[1:]
    sys.path[0] = str(Path(sys.argv[0]).resolve().parent)
    runpy.run_path(sys.argv[0], run_name="__main__")
