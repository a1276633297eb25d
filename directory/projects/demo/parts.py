"""What the projects of the demo are declared with: rows of lists, and the organisations behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hub.demo import Prose, neighbour
from hub.demo.organisations import organisation
from hub.organisations.models import Organisation

COUNTY = Prose(de="Landkreis Auental", en="Auental County", ar="مقاطعة أوينتال")
ORGANISATIONS: dict[str, Callable[[], Organisation]] = {
    "county": lambda: organisation("authority", COUNTY),
    "coordination": lambda: organisation(
        "authority",
        Prose(
            de="Koordinierungsstelle Migration des Landkreises Auental",
            en="Migration Coordination Office of Auental County",
            ar="مكتب تنسيق شؤون الهجرة في مقاطعة أوينتال",
        ),
    ),
    "social work": lambda: organisation(
        "authority",
        Prose(
            de="Sozialarbeit im Fachdienst Asyl des Landkreises Auental",
            en="Social workers of Auental County’s asylum department",
            ar="الأخصائيون الاجتماعيون في قسم اللجوء بمقاطعة أوينتال",
        ),
    ),
    "job centre": lambda: organisation("authority", Prose(de="Jobcenter Auental")),
    "employment agency": lambda: organisation("authority", Prose(de="Agentur für Arbeit Auenstadt (Beispiel)")),
    "ministry": lambda: organisation(
        "authority", Prose(de="Ministerium für Zusammenhalt des Landes (Beispiel)"), owner=None
    ),
    "federal office": lambda: organisation("authority", Prose(de="Bundesamt für Ankommen (Beispiel)"), owner=None),
    "ESF": lambda: organisation(  # it exists
        "fund",
        Prose(
            de="Europäischer Sozialfonds Plus (ESF+)",
            en="European Social Fund Plus (ESF+)",
            ar="الصندوق الاجتماعي الأوروبي الإضافي (ESF+)",
        ),
        owner=None,
    ),
    "adviser": lambda: organisation(
        "company",
        Prose(
            de="Leichtweg Verwaltungsberatung GmbH (Beispiel)",
            en="Leichtweg, advisers to public authorities (example)",
            ar="شركة Leichtweg لاستشارات الإدارات العامة (مثال)",
        ),
        "https://leichtweg-beratung.example",
        owner=None,
    ),
    "foundation": lambda: organisation("foundation", Prose(de="Stiftung Gute Nachbarn (Beispiel)")),
    "association": lambda: organisation("welfare", Prose(de="Auentaler Brücke e. V. (Beispiel)")),
    "second county": lambda: organisation("authority", Prose(de="Landkreis Moorwinkel"), owner=neighbour.SLUG),
    "Hafenlicht": lambda: organisation(
        "association", Prose(de="Hafenlicht Moorwinkel e. V. (Beispiel)"), owner=neighbour.SLUG
    ),
}


def organisations(**relations: list[str]) -> list[dict[str, Any]]:
    """Return the rows of funders or partners: `organisations(land=["ministry"], eu=["ESF"])`."""
    return [
        {"relation": relation, "organisation": ORGANISATIONS[name]()}
        for relation, names in relations.items()
        for name in names
    ]
