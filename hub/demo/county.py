"""The invented county of the demo: its places and its welcome page.

Its name, places and people do not exist. The municipality keys and postal codes are not assigned to anyone; the phone
numbers of all demo pages come from the ranges that the Bundesnetzagentur keeps free for films and books.
"""

from __future__ import annotations

from hub.counties.models import CountyPage
from hub.demo import Demo, Picture, Prose, Ref, block, scenes
from hub.taxonomy.models import Place

SLUG = "auental"

# slug: (municipality key, slug of the place it is part of, postal codes, names)
PLACES: dict[str, tuple[str, str | None, str, Prose]] = {
    "auenstadt": ("15099010", None, "05110, 05112", Prose("Auenstadt")),
    "auenstadt-nord": (
        "",
        "auenstadt",
        "05112",
        Prose("Auenstadt-Nord"),
    ),
    "lindenfurt": ("15099020", None, "05121", Prose("Lindenfurt")),
    "muehlfurten": ("15099030", None, "05134", Prose("Mühlfurten")),
}


def load(demo: Demo) -> None:
    add_places(PLACES)
    demo.page(
        CountyPage,
        SLUG,
        title=Prose("Landkreis Auental"),
        summary=Prose("Ein erfundener Landkreis zum Ausprobieren: Informationen für Menschen, die neu hier sind."),
        image=Picture(
            "auental.jpg",
            scenes.valley,
            Prose("Ein Fluss zwischen Hügeln am Morgen, am Ufer ein Dorf mit Kirche und Feldern"),
        ),
        key="15099",
        land="ST",
        contact=Ref("koordinierungsstelle-migration"),
        imprint=Ref("impressum"),
        privacy=Ref("datenschutz"),
        accessibility=Ref("barrierefreiheit"),
        local_numbers=[
            block(
                "phone",
                label=Prose("Frauenhaus Auental (Beispiel)"),
                number="0221 4710-190",
            ),
        ],
        body=[
            block(
                "text",
                Prose("""
                    <p>Herzlich willkommen im Landkreis Auental! Hier finden Sie Antworten auf viele Fragen der ersten
                    Zeit: Wie melde ich meine Wohnung an? Wo finde ich einen Arzt oder eine Ärztin? Wie lerne ich
                    Deutsch?</p>
                    <p>Sie kommen allein nicht weiter? Die <a linktype="page"
                    id="page:migrationsberatung">Migrationsberatung</a> hilft Ihnen kostenlos und vertraulich.</p>
                    """),
            ),
            block(
                "callout",
                style="emergency",
                title=Prose("Im Notfall: 112"),
                text=Prose("""
                    <p>Rufen Sie bei Lebensgefahr oder Feuer die <a href="tel:112">112</a> an, bei Gefahr durch andere
                    Menschen die <a href="tel:110">110</a>. Die Anrufe kosten nichts, Tag und Nacht. Sagen Sie zuerst,
                    wo Sie sind und was passiert ist.</p>
                    """),
            ),
        ],
    )


def add_places(places: dict[str, tuple[str, str | None, str, Prose]]) -> None:
    """Add the places that are unknown; a known one is left as it is."""
    for slug, (key, parent, postal_codes, names) in places.items():
        Place.objects.get_or_create(
            slug=slug,
            defaults={
                "names": dict(names),
                "key": key,
                "parent": Place.objects.get(slug=parent) if parent else None,
                "postal_codes": postal_codes,
            },
        )
