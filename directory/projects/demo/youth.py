"""An alliance for young refugees, within a programme of the Federation that has ended."""

from __future__ import annotations

from directory.projects.demo.parts import organisations
from directory.projects.models import ProjectPage
from hub.demo import Demo, Ref, block, lines


def load(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "buendnis-junge-gefluechtete",
        parent="auental",
        stage="completed",
        start="2022-10",
        end="2024-09-12",
        topics=["education", "work"],
        target_groups=["refugees", "young-people"],
        age_from=15,
        age_to=24,
        responsible=Ref("koordinierungsstelle-migration"),
        title="Bündnis für junge Geflüchtete",
        summary="Ämter, Schulen und Betriebe haben zwei Jahre lang gemeinsam daran gearbeitet, dass junge Geflüchtete "
        "den Sprung in Ausbildung und eigene Wohnung schaffen.",
        website="https://gut-begonnen.example",
        programme_name="Bundesprogramm „Gut begonnen“ (Beispiel)",
        programme_url="https://gut-begonnen.example/programm",
        contacts=[
            block(
                "contact",
                name="Jana Beispiel, Fragen zur Umsetzung im Landkreis",
                phones=[{"label": "", "number": "0221 4710-141"}],
                email="jana.beispiel@auental.example",
                address="Am Markt 4, 05110 Auenstadt",
            )
        ],
        funders=organisations(federal=["federal office"], foundation=["foundation"]),
        partners=organisations(carrier=["county"], participant=["coordination", "job centre", "employment agency"]),
        own_part="Der Landkreis leitete die Steuerungsgruppe und stellte Räume für alle Veranstaltungen.",
        guiding_question="Was brauchen junge Geflüchtete zwischen 15 und 24, damit sie auf eigenen Füßen stehen?",
        body=[
            block(
                "text",
                """
                <p>Wer mit 16 oder 20 Jahren nach Deutschland kommt, hat wenig Zeit: Schule, Sprache, Ausbildung und
                Erwachsenwerden kommen gleichzeitig. Zuständig sind dafür viele verschiedene Stellen. Das Bündnis hat
                sie an einen Tisch gebracht.</p>
                """,
            ),
            block(
                "links",
                links=[
                    {
                        "label": "Mehr über das Programm",
                        "url": "https://gut-begonnen.example/ueber-uns",
                        "language": "de",
                    },
                ],
            ),
        ],
        areas=lines(
            "Sprache",
            "Teilhabe am Ort",
            "Schule",
            "Berufsorientierung und Ausbildung",
            "Wohnen und Begleitung",
        ),
        measures=lines(
            "Fortbildungen für Fachkräfte und Ehrenamtliche",
            "Reise zu Berufsschulen an der Küste",
            "Gesprächsrunden mit jungen Geflüchteten über ihre Lage, ihre Ziele und ihre Wünsche",
            "Übersicht über alle Arbeitsgruppen und Gremien zum Thema Migration",
        ),
        milestones=[
            {
                "date": "2022-10",
                "title": "Gründung der Steuerungsgruppe",
                "text": "Fachdienste des Landkreises, Koordinierungsstelle, Jobcenter und Agentur für Arbeit planen "
                "seitdem gemeinsam.",
            },
            {
                "date": "2023-01-18",
                "title": "Erste Fachwerkstatt",
                "text": "Verwaltung, Wirtschaft, Sozialpartner, Kommunalpolitik und Ehrenamt haben zur Leitfrage "
                "gearbeitet. Ihre Vorschläge wurden zum Arbeitsplan der Steuerungsgruppe.",
                "number": 60,
                "precision": "over",
            },
            {
                "date": "2023-11",
                "title": "Zweitägige Reise zu drei Berufsschulen",
                "text": "Schulleitungen, Schulsozialarbeit und Kreisverwaltung haben sich angesehen, wie dort einzelne "
                "Jugendliche gefördert werden.",
                "report": "https://gut-begonnen.example/berichte/niemand-bleibt-zurueck",
            },
            {
                "date": "2024-09-12",
                "title": "Zweite Fachwerkstatt und Abschluss",
                "text": "Was hat sich verändert, was hat sich bewährt, was fehlt noch? Gelungene Angebote wurden "
                "vorgestellt und neue Ziele vereinbart.",
            },
        ],
        results=lines(
            "Zwei Berufsschulklassen haben eine eigene Sozialarbeiterin.",
            "Alle Stellen benutzen denselben Bogen, wenn ein junger Mensch von einer zur anderen wechselt.",
        ),
        follow_ups=lines(
            "Die Steuerungsgruppe arbeitet als ständiges Gremium weiter.",
            "Die Gesprächsrunden finden einmal im Jahr statt.",
        ),
    )
