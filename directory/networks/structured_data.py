"""What search engines are told of a network, in the terms of https://schema.org/Organization."""

from __future__ import annotations

from typing import Any


def describe(document: dict) -> dict[str, Any]:
    county = document["meta"]["county"]
    return {
        "areaServed": county and {"@type": "AdministrativeArea", "name": county["title"]},
        "contactPoint": contact_point(document["coordinator"]),
        "member": [organisation(item["organisation"]) for item in document["participants"] if item["organisation"]],
        "subOrganization": [group(item) for item in document["groups"]],
        "knowsAbout": [line["text"] for line in document["fields_of_action"]],
        "event": [
            *(conference(item) for item in document["conferences"]),
            *meeting(document["title"], document["next_meeting"]),
        ],
    }


def organisation(item: dict) -> dict[str, Any]:
    return {"@type": "Organization", "name": item["name"], "url": item["website"]}


def contact_point(office: dict | None) -> dict[str, Any] | None:
    """Return how to reach an office, from its teaser."""
    return office and {
        "@type": "ContactPoint",
        "name": office["title"],
        "url": office["meta"]["html_url"],
        "telephone": [phone["value"]["number"] for phone in office["phones"]],
        "email": [email["value"]["address"] for email in office["emails"]],
    }


def group(item: dict) -> dict[str, Any]:
    return {
        "@type": "Organization",
        "name": item["name"],
        "description": item["subject"],
        "email": item["email"],
        "contactPoint": contact_point(item["contact"]),
        "event": meeting(item["name"], item["next_meeting"]),
    }


def conference(item: dict) -> dict[str, Any]:
    return {"@type": "Event", "name": item["title"], "startDate": item["date"], "description": item["text"]}


def meeting(name: str, item: dict | None) -> list[dict[str, Any]]:
    return [{"@type": "Event", "name": name, "startDate": item["date"]}] if item else []
