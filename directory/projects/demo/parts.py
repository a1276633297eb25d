"""What the projects of the demo are declared with: rows of lists, and the organisations behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hub.demo import Prose, neighbour
from hub.demo.organisations import organisation
from hub.organisations.models import Organisation

COUNTY = Prose("Landkreis Auental")
ORGANISATIONS: dict[str, Callable[[], Organisation]] = {
    "county": lambda: organisation("authority", COUNTY),
    "coordination": lambda: organisation(
        "authority",
        Prose("Koordinierungsstelle Migration des Landkreises Auental"),
    ),
    "social work": lambda: organisation(
        "authority",
        Prose("Sozialarbeit im Fachdienst Asyl des Landkreises Auental"),
    ),
    "job centre": lambda: organisation("authority", Prose("Jobcenter Auental")),
    "employment agency": lambda: organisation("authority", Prose("Agentur für Arbeit Auenstadt (Beispiel)")),
    "ministry": lambda: organisation(
        "authority", Prose("Ministerium für Zusammenhalt des Landes (Beispiel)"), owner=None
    ),
    "federal office": lambda: organisation("authority", Prose("Bundesamt für Ankommen (Beispiel)"), owner=None),
    "ESF": lambda: organisation(  # it exists
        "fund",
        Prose("Europäischer Sozialfonds Plus (ESF+)"),
        owner=None,
    ),
    "adviser": lambda: organisation(
        "company",
        Prose("Leichtweg Verwaltungsberatung GmbH (Beispiel)"),
        "https://leichtweg-beratung.example",
        owner=None,
    ),
    "foundation": lambda: organisation("foundation", Prose("Stiftung Gute Nachbarn (Beispiel)")),
    "association": lambda: organisation("welfare", Prose("Auentaler Brücke e. V. (Beispiel)")),
    "second county": lambda: organisation("authority", Prose("Landkreis Moorwinkel"), owner=neighbour.SLUG),
    "Hafenlicht": lambda: organisation(
        "association", Prose("Hafenlicht Moorwinkel e. V. (Beispiel)"), owner=neighbour.SLUG
    ),
}


def organisations(**relations: list[str]) -> list[dict[str, Any]]:
    """Return the rows of funders or partners: `organisations(land=["ministry"], eu=["ESF"])`."""
    return [
        {"relation": relation, "organisation": ORGANISATIONS[name]()}
        for relation, names in relations.items()
        for name in names
    ]
