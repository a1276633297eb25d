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
        Prose(de="Landkreis Auental", en="Auental County", ar="مقاطعة أوينتال"),
        "https://auental.example",
        logos.county,
        Prose(
            de="Wappenschild mit Hügel, Fluss und Sonne",
            en="Shield with a hill, a river and the sun",
            ar="شعار على شكل درع فيه تلّ ونهر وشمس",
        ),
    ),
    "ministerium": Declared(
        "authority",
        Prose(
            de="Ministerium für Zusammenhalt des Landes (Beispiel)",
            en="Ministry for Cohesion of the Land (example)",
            ar="وزارة التماسك الاجتماعي في الولاية (مثال)",
        ),
        "https://ministerium-zusammenhalt.example",
        logos.ministry,
        Prose(de="Drei Säulen unter einem Bogen", en="Three columns below an arch", ar="ثلاثة أعمدة تحت قوس"),
        county=None,
    ),
    "bundesamt": Declared(
        "authority",
        Prose(
            de="Bundesamt für Ankommen (Beispiel)",
            en="Federal Office for Arrival (example)",
            ar="المكتب الاتحادي لشؤون الوصول (مثال)",
        ),
        "https://bundesamt-ankommen.example",
        logos.federal_office,
        Prose(
            de="Ein Pfeil, der in einem Ring ankommt",
            en="An arrow that arrives in a ring",
            ar="سهم يصل إلى داخل حلقة",
        ),
        county=None,
    ),
    "amif": Declared(  # it exists: its emblem is not ours to draw
        "fund",
        Prose(
            de="Asyl-, Migrations- und Integrationsfonds der Europäischen Union (AMIF)",
            en="Asylum, Migration and Integration Fund of the European Union (AMIF)",
            ar="صندوق اللجوء والهجرة والاندماج التابع للاتحاد الأوروبي (AMIF)",
        ),
        county=None,
    ),
    "bruecke": Declared(
        "welfare",
        Prose(
            de="Auentaler Brücke e. V. (Beispiel)",
            en="Auentaler Brücke, a welfare association (example)",
            ar="جمعية «جسر أوينتال» الخيرية (Auentaler Brücke، مثال)",
        ),
        "https://auentaler-bruecke.example",
        logos.bridge,
        Prose(de="Eine Brücke über Wasser", en="A bridge over water", ar="جسر فوق الماء"),
        office="migrationsberatung",
    ),
    "beispielverband": Declared(
        "welfare",
        Prose(
            de="Beispielverband Kreisverband Auental e. V.",
            en="Beispielverband, Auental branch (example welfare association)",
            ar="الجمعية الخيرية النموذجية، فرع أوينتال (Beispielverband)",
        ),
        "https://beispielverband-auental.example",
        logos.welfare,
        Prose(
            de="Zwei Hände wie Blätter halten einen Kreis",
            en="Two hands like leaves hold a circle",
            ar="يدان كورقتَي شجر تحملان دائرة",
        ),
        office="jugendmigrationsdienst",
    ),
    "kirchengemeinde": Declared(
        "religious",
        Prose(
            de="Kirchengemeinde Mühlfurten (Beispiel)",
            en="Mühlfurten Parish (example)",
            ar="رعية مولفورتن الكنسية (مثال)",
        ),
        "https://kirchengemeinde-muehlfurten.example",
        logos.parish,
        Prose(
            de="Ein Haus mit Turm und offener Tür",
            en="A house with a tower and an open door",
            ar="بيت له برج وباب مفتوح",
        ),
        office="treffpunkt-alte-muehle",
    ),
    "sportverein": Declared(
        "association",
        Prose(
            de="Sportverein Lindenfurt e. V. (Beispiel)",
            en="Lindenfurt Sports Club (example)",
            ar="نادي ليندنفورت الرياضي (مثال)",
        ),
        "https://sv-lindenfurt.example",
        logos.sports_club,
        Prose(de="Ein Ball mit Schwung", en="A ball in motion", ar="كرة في حركة"),
        office="nachbarschaftshaus",
    ),
    "stiftung": Declared(
        "foundation",
        Prose(
            de="Stiftung Gute Nachbarn (Beispiel)",
            en="Good Neighbours Foundation (example)",
            ar="مؤسسة «جيران طيّبون» (مثال)",
        ),
        "https://gute-nachbarn.example",
        logos.foundation,
        Prose(de="Ein Baum aus vier Blättern", en="A tree of four leaves", ar="شجرة من أربع أوراق"),
    ),
    "landkreis-moorwinkel": Declared(
        "authority",
        Prose(de="Landkreis Moorwinkel", en="Moorwinkel County", ar="مقاطعة مورفينكل"),
        "https://moorwinkel.example",
        county=neighbour.SLUG,
    ),
    "hafenlicht": Declared(
        "association",
        Prose(
            de="Hafenlicht Moorwinkel e. V. (Beispiel)",
            en="Hafenlicht Moorwinkel, an association (example)",
            ar="جمعية «ضوء المرفأ» في مورفينكل (Hafenlicht، مثال)",
        ),
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
