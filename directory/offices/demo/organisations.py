"""The organisations behind the demo's offices: invented ones, and a fund of the European Union."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from directory.offices.demo import logos
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, county, key_of, neighbour
from hub.demo.drawing import Canvas
from hub.organisations.models import Organisation


@dataclass(frozen=True)
class Declared:
    """An organisation. `county` is the slug of the county whose editors may change it; None for none.

    `draw` and `shows` are of its logo; `office` is the slug of the office that it runs.
    """

    kind: str
    names: Prose
    website: str = ""
    draw: Callable[[], Canvas] | None = None
    shows: Prose | None = None
    county: str | None = county.SLUG
    office: str = ""


ORGANISATIONS = {
    "landkreis": Declared(
        "authority",
        Prose("Landkreis Auental"),
        "https://auental.example",
        logos.county,
        Prose("Wappenschild mit Hügel, Fluss und Sonne"),
    ),
    "ministerium": Declared(
        "authority",
        Prose("Ministerium für Zusammenhalt des Landes (Beispiel)"),
        "https://ministerium-zusammenhalt.example",
        logos.ministry,
        Prose("Drei Säulen unter einem Bogen"),
        county=None,
    ),
    "bundesamt": Declared(
        "authority",
        Prose("Bundesamt für Ankommen (Beispiel)"),
        "https://bundesamt-ankommen.example",
        logos.federal_office,
        Prose("Ein Pfeil, der in einem Ring ankommt"),
        county=None,
    ),
    "amif": Declared(  # it exists: its emblem is not ours to draw
        "fund",
        Prose("Asyl-, Migrations- und Integrationsfonds der Europäischen Union (AMIF)"),
        county=None,
    ),
    "bruecke": Declared(
        "welfare",
        Prose("Auentaler Brücke e. V. (Beispiel)"),
        "https://auentaler-bruecke.example",
        logos.bridge,
        Prose("Eine Brücke über Wasser"),
        office="migrationsberatung",
    ),
    "beispielverband": Declared(
        "welfare",
        Prose("Beispielverband Kreisverband Auental e. V."),
        "https://beispielverband-auental.example",
        logos.welfare,
        Prose("Zwei Hände wie Blätter halten einen Kreis"),
        office="jugendmigrationsdienst",
    ),
    "kirchengemeinde": Declared(
        "religious",
        Prose("Kirchengemeinde Mühlfurten (Beispiel)"),
        "https://kirchengemeinde-muehlfurten.example",
        logos.parish,
        Prose("Ein Haus mit Turm und offener Tür"),
        office="treffpunkt-alte-muehle",
    ),
    "sportverein": Declared(
        "association",
        Prose("Sportverein Lindenfurt e. V. (Beispiel)"),
        "https://sv-lindenfurt.example",
        logos.sports_club,
        Prose("Ein Ball mit Schwung"),
        office="nachbarschaftshaus",
    ),
    "stiftung": Declared(
        "foundation",
        Prose("Stiftung Gute Nachbarn (Beispiel)"),
        "https://gute-nachbarn.example",
        logos.foundation,
        Prose("Ein Baum aus vier Blättern"),
    ),
    "landkreis-moorwinkel": Declared(
        "authority",
        Prose("Landkreis Moorwinkel"),
        "https://moorwinkel.example",
        county=neighbour.SLUG,
    ),
    "hafenlicht": Declared(
        "association",
        Prose("Hafenlicht Moorwinkel e. V. (Beispiel)"),
        "https://hafenlicht.example",
        county=neighbour.SLUG,
    ),
}


def name_offices() -> None:
    """Let organisations name the offices that they run."""
    for declared in ORGANISATIONS.values():
        if declared.office:
            organisation = Organisation.objects.get(names=dict(declared.names))
            organisation.office = OfficePage.objects.get(
                translation_key=key_of(declared.office), locale__language_code=settings.LANGUAGE_CODE
            )
            organisation.save()


def behind(demo: Demo, **relations: list[str]) -> list[dict[str, Any]]:
    """Return the rows of the organisations behind an office: `behind(demo, run_by=["bruecke"], funded_by=["amif"])`."""
    return [
        {"relation": relation, "organisation": _organisation(demo, name)}
        for relation, names in relations.items()
        for name in names
    ]


def _organisation(demo: Demo, name: str) -> Organisation:
    declared = ORGANISATIONS[name]
    picture = Picture(f"logo-{name}.png", declared.draw, declared.shows) if declared.draw and declared.shows else None
    values: dict[str, Any] = {
        "kind": declared.kind,
        "website": declared.website,
        "logo": lambda: picture and demo.image(picture),
    }
    organisation, _created = Organisation.objects.get_or_create(
        county=key_of(declared.county) if declared.county else None, names=dict(declared.names), defaults=values
    )
    return organisation
