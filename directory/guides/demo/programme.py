"""How to become a guide: in the first county in three languages, in the second in German alone."""

from __future__ import annotations

from directory.guides.models import GuideProgrammePage
from hub.demo import Demo, Prose, Ref, block, lines


def load(demo: Demo) -> None:
    add_first(demo)
    add_second(demo)


def add_first(demo: Demo) -> None:
    demo.page(
        GuideProgrammePage,
        "lotse-werden",
        parent="auental",
        topics=["leisure"],
        responsible=Ref("koordinierungsstelle-migration"),
        contact=Ref("koordinierungsstelle-migration"),
        title=Prose("Integrationslotsin oder Integrationslotse werden"),
        summary=Prose(
            "Sie kennen sich im Landkreis aus und haben zwei bis drei Stunden Zeit in der Woche? Machen Sie mit."
        ),
        duties=lines(
            Prose("Menschen begleiten: zum Amt, zur Ärztin, in die Schule, zum Verein"),
            Prose("Den Alltag erklären: Hausordnung, Mülltrennung, Bus und Bahn"),
            Prose("Für sich behalten, was Ihnen anvertraut wird"),
            Prose("Zweimal im Jahr zum Treffen aller Lotsinnen und Lotsen kommen"),
        ),
        training=Prose("Drei Samstage mit Grundlagen zu Aufenthalt, Wohnen, Schule und Gesprächsführung."),
        appointment=Prose(
            "Nach der Schulung beruft Sie der Landkreis als offizielle Lotsin oder offiziellen Lotsen und stellt "
            "Ihnen einen Ausweis aus."
        ),
        certificate=Prose(
            "Wir brauchen ein erweitertes Führungszeugnis, das nicht älter als drei Monate ist. Mit unserer "
            "Bescheinigung bekommen Sie es kostenlos bei Ihrer Gemeinde."
        ),
        expenses=Prose(
            "Der Landkreis erstattet Fahrtkosten und zahlt 20 Euro im Monat für Telefon und Porto. Während des "
            "Einsatzes sind Sie unfall- und haftpflichtversichert."
        ),
        figures=[
            {
                "number": 14,
                "label": Prose("Lotsinnen und Lotsen sind im Landkreis tätig"),
                "as_of": "2026-10",
            }
        ],
        body=[
            block(
                "cards",
                title=Prose("Das Projekt dahinter"),
                cards=[Ref("integrationslotsen")],
            )
        ],
    )


def add_second(demo: Demo) -> None:
    demo.page(
        GuideProgrammePage,
        "lotse-werden-moorwinkel",
        parent="moorwinkel",
        responsible=Ref("teilhabe-moorwinkel"),
        contact=Ref("teilhabe-moorwinkel"),
        title="Lotsin oder Lotse werden",
        summary="Moorwinkel sucht Menschen, die andere im ersten Jahr an die Hand nehmen.",
        duties=lines("Neu Zugezogene zu Terminen begleiten", "Beim Ankommen im Ort helfen"),
        training="Zwei Abende im Haus von Hafenlicht, dazu ein Tag mit einer erfahrenen Lotsin.",
        certificate="Ein einfaches Führungszeugnis reicht. Die Gebühr übernehmen wir.",
        expenses="Fahrten werden mit 30 Cent je Kilometer erstattet.",
        figures=[{"number": 5, "label": "Ehrenamtliche begleiten neu Zugezogene", "as_of": "2026-09-30"}],
    )
