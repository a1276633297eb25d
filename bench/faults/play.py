"""The cast of a proof: editors who share the changes among them, the worker, and who kills them."""

from __future__ import annotations

import json
import select
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from random import Random
from urllib.parse import urlsplit

from bench.faults.stage import Stage, Visitor

START_SECONDS = 60
CHANGE_SECONDS = 120
WORKER_SHARE = 0.3  # of the kills; the others hit editors


class Actor:
    """A process that is started again whenever it has been killed."""

    def __init__(self, stage: Stage, name: str, *arguments: str) -> None:
        self.stage, self.name, self.arguments = stage, name, arguments
        self.process: subprocess.Popen | None = None
        self.ready = threading.Event()
        self.kills = self.deaths = 0

    def start(self) -> None:
        """Start the process and return when it says that it is ready. Raises RuntimeError when it does not."""
        self.process = self.stage.start(self.name, *self.arguments)
        if not self.read_line("to be ready", START_SECONDS):
            raise RuntimeError(f"The {self.name} does not start:\n{self.stage.log(self.name)[-3000:]}")
        self.ready.set()

    def read_line(self, purpose: str, seconds: float) -> str:
        """Return the next line of the process, empty when it has ended. Raises RuntimeError after `seconds`.

        Between two calls it prints one line at most: what waits in Python's buffer would not be noticed.
        """
        if not select.select([self.process.stdout], [], [], seconds)[0]:
            log = self.stage.log(self.name)[-3000:]
            raise RuntimeError(f"Waited {seconds:g} s for the {self.name} {purpose}:\n{log}")
        return self.process.stdout.readline()

    def kill(self) -> None:
        self.ready.clear()
        self.kills += 1
        self.process.kill()

    def bury(self) -> None:
        """Clear away a process that has ended; it should have been killed by us."""
        self.ready.clear()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        self.stage.processes.remove(self.process)
        self.deaths += 1


class Worker(Actor):
    """Runs until `stop()`, and is started again by a thread of its own."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "worker", "-m", "bench.faults.worker")
        self.stopped = False

    def run(self) -> None:
        self.start()
        threading.Thread(target=self._keep_alive, daemon=True).start()

    def _keep_alive(self) -> None:
        while True:
            self.process.wait()
            if self.stopped or self.stage.is_over:
                return
            self.bury()
            self.start()


class Editor(Actor):
    """Makes the changes that it takes from `numbers`; one during which it was killed it makes again."""

    def __init__(self, stage: Stage, index: int, seed: int, numbers: Iterator[int]) -> None:
        super().__init__(stage, f"editor-{index}", "-m", "bench.faults.editor", str(seed), stage.visitor.host)
        self.numbers = numbers
        self.answers: list[dict] = []
        self.failure: Exception | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            self.start()
            for number in self.numbers:
                answer = self.ask(number)
                while answer is None:
                    self.bury()
                    self.start()
                    answer = self.ask(number)
                self.answers.append(answer)
        except Exception as error:  # noqa: BLE001  told by the main thread
            self.failure = error
        self.ready.clear()

    def ask(self, number: int) -> dict | None:
        """Have change `number` made; return the editor's answer, None when it died over it."""
        try:
            self.process.stdin.write(f"{number}\n")
            line = self.read_line(f"to answer change {number}", CHANGE_SECONDS)
        except OSError:
            return None
        return json.loads(line) if line.endswith("\n") else None


class Crowd(threading.Thread):
    """Reads all public pages again and again, so that the web processes keep what they answer."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(daemon=True)
        self.visitor = visitor
        self.seconds: list[float] = []  # that each answer took
        self.pictures = 0  # that were shown
        self.is_over = False

    def run(self) -> None:
        while not self.is_over:
            for item in self.visitor.json("/api/v2/pages/?locale=ar&limit=50")["items"]:
                path = urlsplit(item["meta"]["html_url"]).path
                detail = f"/api/v2/pages/{item['id']}/"
                for address in (detail, f"{detail}?locale=en", path, path.replace("/ar/", "/de/", 1)):
                    if not self.is_over:
                        began = time.monotonic()
                        self.visitor.get(address)
                        self.seconds.append(time.monotonic() - began)
                if item["image"]:
                    status, _body = self.visitor.get(urlsplit(item["image"]["src"]).path)
                    self.pictures += status == HTTPStatus.OK


class Pulse:
    """Looks once a second whether the worker's heartbeat is there."""

    def __init__(self) -> None:
        self.looks = self.missing = 0
        self._due = 0.0

    def look(self) -> None:
        from hub.publications.worker import is_alive

        if time.monotonic() >= self._due:
            self._due = time.monotonic() + 1
            self.looks += 1
            self.missing += not is_alive()


class Numbers:
    """The numbers of the changes, each handed out once to whoever asks."""

    def __init__(self, count: int) -> None:
        self._left = iter(range(count))
        self._lock = threading.Lock()
        self.taken = 0

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        with self._lock:
            number = next(self._left)
            self.taken += 1
            return number


def kill_at_random(
    dice: Random, kills: int, changes: int, numbers: Numbers, editors: list[Editor], worker: Worker, pulse: Pulse
) -> None:
    """Kill processes that are at work, spread over the changes, until all editors are done."""
    moments = sorted(dice.randrange(int(changes * 0.02), max(1, int(changes * 0.97))) for _ in range(kills))
    while any(editor.thread.is_alive() for editor in editors):
        failed = next((editor.failure for editor in editors if editor.failure), None)
        if failed:
            raise failed
        pulse.look()
        if moments and numbers.taken >= moments[0]:
            wanted = [worker] if dice.random() < WORKER_SHARE else editors
            awake = [actor for actor in wanted if actor.ready.is_set()]
            if awake:
                # Anywhere within a change, which takes some tenths of a second.
                time.sleep(dice.uniform(0, 0.3))
                victim = dice.choice(awake)
                if victim.ready.is_set():
                    victim.kill()
                    moments.pop(0)
        time.sleep(0.02)


def tally(answers: list[dict], name: str) -> Counter:
    """Count the answers by one of their values; empty ones are left out."""
    return Counter(answer[name] for answer in answers if answer[name])
