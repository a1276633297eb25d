"""Blocks that plugins offer to the bodies of all kinds."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.module_loading import import_string
from wagtail import blocks

from hub.plugins import Plugin, PluginError, distribution_of, installed


def offered_blocks(taken: Collection[str]) -> list[tuple[str, blocks.Block]]:
    """Return a new instance of every block in `Plugin.blocks` with its name, in the order of the plugins.

    Bodies ask for them while models are imported, when all apps are known. Raises PluginError for a block that cannot
    be imported, or whose name is among `taken` or another plugin's.
    """
    offered: dict[str, blocks.Block] = {}
    for plugin in installed():
        for name, path in plugin.blocks.items():
            try:
                block = import_string(path)()
            except Exception as error:
                raise PluginError(f"{named(plugin, name)} cannot be loaded: {type(error).__name__}: {error}") from error
            if name in taken or name in offered:
                raise PluginError(
                    f"{named(plugin, name)}: bodies have a block of this name already: begin it with the plugin's name"
                )
            offered[name] = block
    return list(offered.items())


def named(plugin: Plugin, block: str) -> str:
    return f"Plugin {plugin.name} ({distribution_of(plugin.name)}): block {block!r} ({plugin.blocks[block]})"
