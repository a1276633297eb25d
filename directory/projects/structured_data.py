"""What search engines are told of a project, in the terms of schema.org."""

from __future__ import annotations

from typing import Any

from hub.schema_org import contact_point, event, organisation

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
        "funder": [organisation(link["organisation"]) for link in document["funders"]],
        "funding": programme and {"@type": "Grant", **programme},
        "parentOrganization": [
            organisation(link["organisation"]) for link in document["partners"] if link["relation"] in PARENTS
        ],
        "member": [organisation(link["organisation"]) for link in document["partners"] if link["relation"] in MEMBERS],
        "event": [event(item) for item in document["milestones"]],
        "contactPoint": [point for contact in document["contacts"] if (point := contact_data(contact["value"]))],
    }


def contact_data(contact: dict) -> dict[str, Any] | None:
    """Return how to reach an office or, without their name, somebody; None where there is no way.

    Names of people are left to the page.
    """
    point = (
        contact_point(contact["office"]) if contact["office"] else {"@type": "ContactPoint", "url": contact["website"]}
    )
    phones = [*point.get("telephone", []), *(phone["value"]["number"] for phone in contact["phones"])]
    emails = [*point.get("email", []), *filter(None, [contact["email"]])]
    return {**point, "telephone": phones, "email": emails} if phones or emails else None
