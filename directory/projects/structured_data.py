"""What search engines are told of a project, in the terms of schema.org."""

from __future__ import annotations

from typing import Any

PARENTS = ("carrier", "coordinator")
MEMBERS = ("partner", "participant")


def describe(document: dict) -> dict[str, Any]:
    """Return who pays and takes part, when it runs and whom to ask, as https://schema.org/Project describes it."""
    has_ended = document["status"]["slug"] in ("completed", "continued")
    programme = document["programme"]
    return {
        "foundingDate": document["start"],
        "dissolutionDate": document["end"] if has_ended else None,
        "sameAs": document["website"],
        "funder": [organisation(link) for link in document["funders"]],
        "funding": programme and {"@type": "Grant", **programme},
        "parentOrganization": [organisation(link) for link in document["partners"] if link["relation"] in PARENTS],
        "member": [organisation(link) for link in document["partners"] if link["relation"] in MEMBERS],
        "contactPoint": [point for contact in document["contacts"] if (point := contact_point(contact["value"]))],
    }


def organisation(link: dict) -> dict[str, Any]:
    return {"@type": "Organization", "name": link["organisation"]["name"], "url": link["organisation"]["website"]}


def contact_point(contact: dict) -> dict[str, Any] | None:
    """Return how to reach an office or, without their name, somebody; None where there is no way.

    Names of people are left to the page.
    """
    office = contact["office"]
    phones = [*(office["phones"] if office else []), *contact["phones"]]
    emails = [*(email["value"]["address"] for email in (office["emails"] if office else [])), contact["email"]]
    if not phones and not any(emails):
        return None
    return {
        "@type": "ContactPoint",
        "name": office and office["title"],
        "url": office["meta"]["html_url"] if office else contact["website"],
        "telephone": [phone["value"]["number"] for phone in phones],
        "email": [email for email in emails if email],
    }
