from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from hub.publications.worker import Worker


class Command(BaseCommand):
    help = "The background process: publications, schedule, search. Stops on Ctrl-C or SIGTERM."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("The worker is running.")
        self.stdout.flush()  # whoever started it through a pipe waits for this line
        Worker().run(stop.is_set)
        self.stdout.write("The worker has stopped.")
