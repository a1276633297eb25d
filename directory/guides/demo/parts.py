"""What the guides of the demo are declared with."""

from __future__ import annotations

from hub.demo import Block, Prose, Ref, block

COORDINATION = [block("office", Ref("koordinierungsstelle-migration"))]


def languages(**levels: str) -> list[Block]:
    """Return the rows of spoken languages: `languages(ar="native", fa_AF="good")`."""
    return [block("language", language=code.replace("_", "-"), level=level) for code, level in levels.items()]


def training(year: int) -> Block:
    return block(
        "training",
        title=Prose("Grundschulung an drei Samstagen"),
        year=year,
    )
