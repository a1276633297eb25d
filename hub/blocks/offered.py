"""Blocks that plugins offer to the bodies of all kinds."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.module_loading import import_string
from wagtail import blocks

from hub.plugins import PluginError, distribution_of, installed


def offered_blocks(taken: Collection[str]) -> list[tuple[str, blocks.Block]]:
    """Return a new instance of every block in `Plugin.blocks` with its name, in the order of the plugins.

    Bodies ask for them while models are imported, when all apps are known. Raises PluginError for a block that cannot
    be imported, or whose name is among `taken` or another plugin's.
    """
    offered: dict[str, blocks.Block] = {}
    for plugin in installed():
        for name, path in plugin.blocks.items():
            where = f"Plugin {plugin.name} ({distribution_of(plugin.name)}): block {name!r} ({path})"
            if name in taken or name in offered:
                raise PluginError(f"{where}: bodies have a block of this name already: begin it with the plugin's name")
            try:
                offered[name] = import_string(path)()
            except Exception as error:
                raise PluginError(f"{where} cannot be loaded: {type(error).__name__}: {error}") from error
    return list(offered.items())
