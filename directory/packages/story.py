"""The chapters of a package, out of the flat body of its document."""

from __future__ import annotations

from itertools import groupby
from typing import Any, TypedDict


class Part(TypedDict):
    """Blocks that stand together: things to do, which make a checklist, or others."""

    is_checklist: bool
    blocks: list[dict]


class Chapter(TypedDict):
    """`block` is the one that begins it, None of the introduction."""

    block: dict | None
    parts: list[Part]
    tasks: int


def chapters_of(body: list[dict] | None) -> list[Chapter]:
    """Return the introduction, which may be empty, and the chapters in their order."""
    opened: list[tuple[dict | None, list[dict]]] = [(None, [])]
    for block in body or []:
        if block["type"] == "chapter":
            opened.append((block, []))
        else:
            opened[-1][1].append(block)
    return [{"block": head, "parts": parts_of(blocks), "tasks": sum(map(is_task, blocks))} for head, blocks in opened]


def parts_of(blocks: list[dict]) -> list[Part]:
    return [{"is_checklist": tasks, "blocks": list(together)} for tasks, together in groupby(blocks, is_task)]


def is_task(block: dict[str, Any]) -> bool:
    return block["type"] == "task"
