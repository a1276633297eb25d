"""What search engines are told of a package, in the terms of https://schema.org/Guide."""

from __future__ import annotations

from typing import Any

from directory.packages.story import chapters_of


def describe(document: dict) -> dict[str, Any]:
    address = document["meta"]["html_url"]
    heads = [chapter["block"] for chapter in chapters_of(document["body"]) if chapter["block"]]
    groups = [*document["situations"], *document["target_groups"]]
    return {
        "audience": [{"@type": "Audience", "audienceType": group["name"]} for group in groups],
        "hasPart": [
            {"@type": "Chapter", "name": head["value"]["title"], "url": f"{address}#{head['id']}"} for head in heads
        ],
    }
