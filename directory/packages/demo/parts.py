"""Chapters, things to do, questions, as the demo's packages write them."""

from __future__ import annotations

from typing import Any

from hub.demo import Block, Prose, Ref, block


def chapter(when: str, title: Prose | str) -> Block:
    return block("chapter", title=title, when=when)


def task(
    title: Prose | str, text: Prose | str = "", office: str = "", bring: tuple[Prose | str, ...] = (), **deadline: Any
) -> Block:
    """Return something to do; `deadline` is its `within`, `unit` and `counted_from`."""
    return block("task", title=title, text=text, office=Ref(office) if office else None, bring=texts(bring), **deadline)


def steps(title: Prose | str, *rows: tuple[Prose | str, Prose | str]) -> Block:
    """Return steps: each is a title and a text."""
    return block("steps", title=title, steps=[{"title": row[0], "text": row[1]} for row in rows])


def questions(title: Prose | str, *rows: tuple[Prose | str, Prose | str]) -> Block:
    return block("questions", title=title, questions=[{"question": row[0], "answer": row[1]} for row in rows])


def cards(title: Prose | str, *slugs: str) -> Block:
    return block("cards", title=title, cards=[Ref(slug) for slug in slugs])


def texts(values: tuple[Prose | str, ...]) -> list[Prose]:
    """Return items of a list, whose ids follow from where they stand."""
    return [value if isinstance(value, Prose) else Prose(value) for value in values]
