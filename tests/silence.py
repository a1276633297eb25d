"""Ends the silence of a test run: says which tests are running when for two minutes none has begun or ended."""

import threading
import time
from collections.abc import Callable

SECONDS = 120


class SilenceBreaker:
    """A plugin of pytest, for the process that prints. With xdist it is told what the workers do."""

    def __init__(self, write_line: Callable[[str], None], seconds: float = SECONDS) -> None:
        self.write_line, self.seconds = write_line, seconds
        self.running: dict[str, None] = {}  # a set in the order of starting
        self.due = 0.0
        self.ended = threading.Event()

    def pytest_sessionstart(self) -> None:
        self.postpone()
        threading.Thread(target=self.watch, daemon=True).start()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.running[nodeid] = None
        self.postpone()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.running.pop(nodeid, None)
        self.postpone()

    def pytest_unconfigure(self) -> None:
        self.ended.set()

    def postpone(self) -> None:
        self.due = time.monotonic() + self.seconds

    def watch(self) -> None:
        while not self.ended.wait(max(0, self.due - time.monotonic())):
            if time.monotonic() >= self.due:
                waited_for = ", ".join(list(self.running)) or "pytest itself: it collects tests or ends"
                self.write_line(f"For {self.seconds:g} seconds this run has waited for {waited_for}")
                self.postpone()
