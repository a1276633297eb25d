"""An app that keeps a copy of the hub by following the feed of changes."""

from __future__ import annotations

import threading
from urllib.parse import urlencode

from bench.faults.stage import Visitor

Key = tuple[str, str]  # translation key, locale
IDLE_SECONDS = 0.2


class Reader(threading.Thread):
    """Follows the feed over HTTP, of one county or of all, until `stop()`."""

    def __init__(self, visitor: Visitor, county: str = "") -> None:
        super().__init__(name=f"reader of {county or 'all counties'}", daemon=True)
        self.visitor, self.county = visitor, county
        self.copy: dict[Key, dict] = {}
        self.since = "0"
        self.requests = self.documents = self.withdrawals = 0
        self.errors: list[str] = []
        self._last = 0
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()
        self.join()

    def run(self) -> None:
        while not self._stopped.is_set():
            try:
                complete = self.follow()
            except (OSError, ValueError) as error:
                self.errors.append(str(error))
                complete = True
            if complete:
                self._stopped.wait(IDLE_SECONDS)

    def follow(self) -> bool:
        """Take over one answer; return whether it was the last for now."""
        query = {"since": self.since, **({"county": self.county} if self.county else {})}
        self.requests += 1
        answer = self.visitor.json(f"/api/v2/changes/?{urlencode(query)}")
        for item in answer["items"]:
            if item["sequence"] <= self._last:
                self.errors.append(f"{item['sequence']} came after {self._last}")
            self._last = item["sequence"]
            self.take(item)
        self.since = answer["next"]
        return answer["complete"]

    def take(self, item: dict) -> None:
        """Take over one change.

        A page that moves leaves a withdrawal in its old county, then comes as a document of the new one: whoever reads
        all counties deletes only what the copy still holds of the county that was left.
        """
        if "document" in item:
            self.documents += 1
            meta = item["document"]["meta"]
            self.copy[meta["translation_key"], meta["locale"]] = item["document"]
            return
        self.withdrawals += 1
        gone = item["gone"]
        key = (gone["translation_key"], gone["locale"])
        if key in self.copy and self.copy[key]["meta"]["county"]["slug"] == gone["county"]:
            del self.copy[key]
