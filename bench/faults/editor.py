"""An editor's process: reads numbers of changes, makes each, and answers with a line of JSON.

python -m bench.faults.editor SEED HOST
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from http import HTTPStatus
from pathlib import Path

import django

from bench.faults.stage import Visitor

NO_PAGE = "no page for it"
ASKED_AT_ONCE = 4  # for each address: any web process may take the connection
visitors = ThreadPoolExecutor(ASKED_AT_ONCE)
DELETED = "its page was deleted meanwhile"


def main(seed: int, visitor: Visitor) -> None:
    from bench.faults.changes import Editor

    editor = Editor(seed)
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(make(editor, int(line), visitor)), flush=True)


def make(editor, number: int, visitor: Visitor) -> dict:  # noqa: ANN001  its module can be imported after setup only
    """Make one change; return `{"kind", "error", "trace", "by_read_side", "checks", "leaks"}`.

    `error` is empty, NO_PAGE, DELETED, or the class of an exception: then `trace` tells what it said, and where.
    A withdrawal is checked as a visitor after it; every other one between its commit and the reconciling that follows.
    """
    from django.core.exceptions import ObjectDoesNotExist
    from django.db import transaction

    from bench.faults.changes import Nothing

    found: dict = {"kind": editor.kind_of(number), "error": "", "trace": "", "by_read_side": False}
    found |= {"checks": 0, "leaks": []}
    at_commit = number % 2 == 1
    withdrawn = []

    def check() -> None:
        for withdrawal in withdrawn:
            for address, shows in ways(withdrawal.page):
                for answer in visitors.map(visitor.get, [address] * ASKED_AT_ONCE):
                    found["checks"] += 1
                    if shows(*answer) and withdrawal.holds():
                        found["leaks"].append(f"change {number}, {found['kind']}: {address}")

    try:
        with transaction.atomic() if at_commit else nullcontext():
            if at_commit:
                transaction.on_commit(check)
            withdrawal = editor.change(number)
            if withdrawal:
                withdrawn.append(withdrawal)
        if not at_commit:
            check()
    except Nothing:
        found["error"] = NO_PAGE
    except Exception as error:  # noqa: BLE001  whatever fails is counted, and the editor goes on
        frames = traceback.extract_tb(error.__traceback__)
        found["error"] = type(error).__name__
        if isinstance(error, ObjectDoesNotExist) and editor.has_lost_a_page():
            found["error"] = DELETED
        found["trace"] = f"{str(error).partition(chr(10))[0]} ({place(frames)})"
        found["by_read_side"] = any("/hub/publications/" in frame.filename for frame in frames)
        print(f"Change {number} ({found['kind']}):", traceback.format_exc(), file=sys.stderr, flush=True)
    return found


def place(frames: traceback.StackSummary) -> str:
    """Return the innermost line of a traceback that is neither Django's nor the database driver's."""
    ours = [frame for frame in frames if "/django/" not in frame.filename and "/psycopg" not in frame.filename]
    frame = (ours or frames)[-1]
    return f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno}, {frame.name}"


def ways(page) -> Iterator[tuple[str, Callable[[int, bytes], bool]]]:  # noqa: ANN001  as above
    """Yield the addresses at which a visitor might see `page`, each with what tells from the answer whether it does."""
    from hub.addresses import html_path, path_of
    from hub.publications.models import Publication, Sequence

    def is_found(status: int, _body: bytes) -> bool:
        return status == HTTPStatus.OK

    def is_listed(_status: int, body: bytes) -> bool:
        return any(item["id"] == page.pk for item in json.loads(body)["items"])

    def has_changed(_status: int, body: bytes) -> bool:
        documents = [item["document"] for item in json.loads(body)["items"] if "document" in item]
        return any(document["meta"]["translation_key"] == str(page.translation_key) for document in documents)

    path, detail = path_of(page), f"/api/v2/pages/{page.pk}/"
    for address in (detail, f"{detail}?locale=en", html_path("de", path), html_path("ar", path)):
        yield address, is_found
    if getattr(page, "image", None):
        yield page.image.file.url, is_found
    county = path.partition("/")[0]
    for address in (
        f"/api/v2/pages/?locale=de&id={page.pk}",
        f"/api/v2/pages/?locale=de&county={county}&limit=50",
        "/api/v2/search/?locale=de&limit=50&q=Seite",
    ):
        yield address, is_listed
    stored = Publication.objects.filter(translation_key=page.translation_key, locale="de").first()
    if stored:
        yield f"/api/v2/changes/?limit=1&since={Sequence.current().epoch}-{stored.sequence - 1}", has_changed


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]), Visitor(sys.argv[2]))
