"""The JSON form of StreamField blocks, walked over their raw data: no block's Python value is ever built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from hub.representation import rich_text
from hub.representation.context import Context
from hub.representation.texts import html_lines, text_lines
from hub.translations.prose import PROSE_BLOCKS, Fact, Variant, items


def stream_references(block: blocks.BaseStreamBlock, data: list[dict]) -> Iterator[tuple[str, int]]:
    """Yield (model label, id) of everything that the blocks of `data` refer to."""
    for child in data:
        definition = block.child_blocks.get(child["type"])
        if definition is not None:
            yield from references(definition, child["value"])


def references(block: blocks.Block, raw: Any) -> Iterator[tuple[str, int]]:
    if hasattr(block, "references"):
        yield from block.references(raw)
    elif isinstance(block, blocks.RichTextBlock):
        yield from rich_text.references(raw or "")
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from references(child, (raw or {}).get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in items(raw):
            yield from references(block.child_block, item["value"])
    elif isinstance(block, blocks.StreamBlock):
        yield from stream_references(block, raw or [])


def stream_form(
    block: blocks.BaseStreamBlock,
    source: list[dict],
    target: list[dict],
    path: str,
    context: Context,
    fact: bool = False,
) -> list[dict]:
    """Return `[{"type", "value", "id"}]` in the source's order; see `Context.form_of_item` for those not translated.

    A translation with a structure of its own gives the blocks of its own body; those that keep a source block's id take
    its facts.
    """
    own = context.own_structure and path == "body"
    lead, other = (target, source) if own else (source, target)
    by_id = {(child["type"], child["id"]): child for child in other}
    forms = []
    for child in lead:
        definition = block.child_blocks.get(child["type"])
        if definition is None:
            continue
        twin = by_id.get((child["type"], child["id"]))
        facts, words = (twin or child, child) if own else (child, twin)
        form = item_form(definition, facts["value"], words and words["value"], f"{path}.{child['id']}", context, fact)
        if form is not None:
            forms.append({"type": child["type"], "id": child["id"], **form})
    return forms


def list_form(
    block: blocks.ListBlock, source: list[dict], target: list[dict], path: str, context: Context, fact: bool
) -> list[dict]:
    """Return `[{"type": "item", "value", "id"}]`; see `Context.form_of_item` for those not translated."""
    by_id = {item["id"]: item["value"] for item in target}
    forms = []
    for item in source:
        words = by_id.get(item["id"])
        form = item_form(block.child_block, item["value"], words, f"{path}.{item['id']}", context, fact)
        if form is not None:
            forms.append({"type": "item", "id": item["id"], **form})
    return forms


def item_form(block: blocks.Block, source: Any, target: Any, path: str, context: Context, fact: bool) -> dict | None:
    """Return a block of a stream or an item of a list as `Context.form_of_item` does."""
    return context.form_of_item(
        lambda: block_form(block, source, target, path, context, fact), holds_fact(block, source)
    )


def holds_fact(block: blocks.Block, raw: Any) -> bool:
    """Say whether a raw value tells something beside its prose: a phone, a file, a time."""
    if isinstance(block, Fact):
        return block.informs and bool(any(raw.values()) if isinstance(raw, dict) else raw)
    if isinstance(block, blocks.StructBlock):
        return any(holds_fact(child, (raw or {}).get(name)) for name, child in block.child_blocks.items())
    if isinstance(block, blocks.ListBlock):
        return any(holds_fact(block.child_block, item["value"]) for item in items(raw))
    if isinstance(block, blocks.StreamBlock):
        children = ((block.child_blocks.get(child["type"]), child["value"]) for child in raw or [])
        return any(child is not None and holds_fact(child, value) for child, value in children)
    return False


def block_form(block: blocks.Block, source: Any, target: Any, path: str, context: Context, fact: bool = False) -> Any:
    """Return the JSON form of one block's raw value. Raises Untranslated when prose in it has no translation.

    `source` holds the facts, `target` the prose; `fact` says that the block stands within a fact.
    """
    if isinstance(block, Variant) and not fact:
        source = context.variant(path, block.model_class._meta.label_lower, source, target)
    fact = fact or isinstance(block, Fact)
    if isinstance(block, blocks.StructBlock):
        source, target = source or {}, target or {}
        value: Any = {
            name: block_form(child, source.get(name), target.get(name), f"{path}.{name}", context, fact)
            for name, child in block.child_blocks.items()
        }
    elif isinstance(block, blocks.ListBlock):
        value = list_form(block, items(source), items(target), path, context, fact)
    elif isinstance(block, blocks.StreamBlock):
        value = stream_form(block, source or [], target or [], path, context, fact)
    elif isinstance(block, blocks.RichTextBlock):
        value = rich_text.render(source or "" if fact else context.prose(path, source, target), context)
        if not fact:
            context.shown_prose(path, html_lines(value))
    elif isinstance(block, PROSE_BLOCKS) and not fact:
        value = context.prose(path, source, target)
        context.shown_prose(path, text_lines(value))
    elif isinstance(block, blocks.FieldBlock) or hasattr(block, "api_form"):
        value = source
    else:
        return {"html": block.render(block.to_python(source))}
    return block.api_form(value, context) if hasattr(block, "api_form") else value
