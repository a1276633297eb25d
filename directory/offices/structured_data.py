"""What search engines are told of an office, in the terms of schema.org."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from hub.schema_org import organisation


def describe(document: dict) -> dict[str, Any]:
    """Return what the office is, where it is and when it is open, as https://schema.org/LocalBusiness describes it."""
    position = document["position"]
    hours = document["opening_hours"]
    office_type = document["office_type"]
    schema_type = office_type["schema_type"] if office_type else "LocalBusiness"  # the preview of a draft has none yet
    return {
        "@type": schema_type,
        "address": [postal_address(address["value"]) for address in document["addresses"]],
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": amenity["name"], "value": value}
            for key, value in (("there", True), ("missing", False))
            for amenity in document["accessibility"][key]
        ],
        "areaServed": [{"@type": "Place", "name": place["name"]} for place in document["places"]],
        "geo": position and {"@type": "GeoCoordinates", **position},
        "openingHoursSpecification": [
            opening(interval, dayOfWeek=f"https://schema.org/{day['day'].capitalize()}")
            for day in hours["days"]
            for interval in day["intervals"]
        ],
        "specialOpeningHoursSpecification": [
            *(closing(period) for period in hours["closed"]),
            *(
                opening(interval, validFrom=special["date"], validThrough=special["date"])
                for special in hours["special"]
                for interval in special["intervals"]
            ),
        ],
        "contactPoint": [contact_point(person) for person in document["staff"] if person["phones"] or person["email"]],
        **organisations(document["organisations"]),
        "event": [meeting(item) for item in document["meeting_times"]],
        **(practice(document) if schema_type == "MedicalClinic" else {}),
    }


def postal_address(address: dict) -> dict[str, Any]:
    return {
        "@type": "PostalAddress",
        "streetAddress": address["street"],
        "postOfficeBoxNumber": address["po_box"],
        "postalCode": address["postal_code"],
        "addressLocality": address["town"],
        "addressCountry": "DE",
    }


def opening(interval: dict[str, str], **days: str) -> dict[str, Any]:
    return {"@type": "OpeningHoursSpecification", **days, "opens": interval["from"], "closes": interval["to"]}


def closing(period: dict[str, str]) -> dict[str, Any]:
    """Return a period in which it stays closed: to schema.org that is one that opens and closes at midnight."""
    return opening({"from": "00:00", "to": "00:00"}, validFrom=period["from"], validThrough=period["to"])


def contact_point(person: dict) -> dict[str, Any]:
    """Return how to reach somebody, without their name: that is left to the page, which shows it while it may."""
    return {
        "@type": "ContactPoint",
        "contactType": person["function"],
        "telephone": [phone["number"] for phone in person["phones"]],
        "email": person["email"],
        "availableLanguage": [language["code"] for language in person["spoken_languages"]],
    }


def organisations(links: list[dict]) -> dict[str, Any]:
    """Return the organisations behind an office: schema.org knows no task on behalf of somebody else."""
    names = {"part_of": "parentOrganization", "run_by": "parentOrganization", "funded_by": "funder"}
    described: dict[str, list] = {}
    for link in links:
        if link["relation"] in names:
            described.setdefault(names[link["relation"]], []).append(organisation(link["organisation"]))
    return described


def meeting(item: dict) -> dict[str, Any]:
    """Return a meeting time as https://schema.org/Schedule describes it."""
    _, _, day = item["rrule"].rpartition("BYDAY=")
    frequency = {"weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M"}[item["frequency"]]
    return {
        "@type": "Event",
        "name": item["title"],
        "eventSchedule": {
            "@type": "Schedule",
            "repeatFrequency": frequency,
            "byDay": day,
            "startDate": item["first"],
            "endDate": item["until"],
            "startTime": item["start"],
            "endTime": item["end"],
        },
    }


def practice(document: dict) -> dict[str, Any]:
    until = document["accepts_new_patients_until"]
    return {
        "medicalSpecialty": [speciality["name"] for speciality in document["specialities"]],
        "isAcceptingNewPatients": until >= timezone.localdate().isoformat() if until else None,
    }
