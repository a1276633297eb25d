"""What search engines are told of a network, in the terms of https://schema.org/Organization."""

from __future__ import annotations

from typing import Any

from hub.schema_org import contact_point, event, organisation


def describe(document: dict) -> dict[str, Any]:
    county = document["meta"]["county"]
    return {
        "areaServed": county and {"@type": "AdministrativeArea", "name": county["title"]},
        "contactPoint": document["coordinator"] and contact_point(document["coordinator"]),
        "member": [organisation(item["organisation"]) for item in document["participants"] if item["organisation"]],
        "subOrganization": [group(item) for item in document["groups"]],
        "knowsAbout": [line["text"] for line in document["fields_of_action"]],
        "event": [
            *(event(item) for item in document["conferences"]),
            *meeting(document["title"], document["next_meeting"]),
        ],
    }


def group(item: dict) -> dict[str, Any]:
    return {
        "@type": "Organization",
        "name": item["name"],
        "description": item["subject"],
        "email": item["email"],
        "contactPoint": item["contact"] and contact_point(item["contact"]),
        "event": meeting(item["name"], item["next_meeting"]),
    }


def meeting(name: str, item: dict | None) -> list[dict[str, Any]]:
    return [{"@type": "Event", "name": name, "startDate": item["date"]}] if item else []
