"""Volunteer guides, whom a guideline of the Land pays for, and the project that they continue."""

from __future__ import annotations

from directory.projects.demo.parts import organisations
from directory.projects.models import ProjectPage
from hub.demo import Demo, Prose, Ref, block, lines

GUIDELINE = "Richtlinie zur Förderung ehrenamtlicher Integrationslotsinnen und Integrationslotsen (Beispiel)"
GUIDELINE_URL = "https://ministerium-zusammenhalt.example/richtlinie-lotsen"


def load(demo: Demo) -> None:
    add_guides(demo)
    add_mentors(demo)


def add_guides(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "integrationslotsen",
        parent="auental",
        stage="running",
        start="2016-05-01",
        topics=["arrival", "leisure", "counselling"],
        target_groups=["refugees", "volunteers"],
        responsible=Ref("koordinierungsstelle-migration"),
        title=Prose("Integrationslotsen im Landkreis"),
        summary=Prose(
            "Ehrenamtliche zeigen neu Zugezogenen, wie der Alltag hier läuft, und gehen mit, wenn es schwierig wird."
        ),
        contacts=[block("contact", office=Ref("koordinierungsstelle-migration"), phones=[])],
        guideline_name=GUIDELINE,
        guideline_url=GUIDELINE_URL,
        funders=organisations(land=["ministry"]),
        partners=organisations(carrier=["county"], coordinator=["coordination", "social work"]),
        own_part=Prose(
            "Der Landkreis beruft die Lotsinnen und Lotsen in ihr Amt, schult sie, versichert sie und erstattet "
            "ihre Fahrtkosten."
        ),
        figures=[
            {
                "number": 14,
                "label": Prose("Integrationslotsinnen und -lotsen sind ehrenamtlich tätig"),
                "as_of": "2026-10",
            }
        ],
        body=[
            block(
                "text",
                Prose("""
                    <p>Viele Lotsinnen und Lotsen sind selbst einmal neu angekommen. Sie wissen, welche Fragen sich in
                    den ersten Wochen stellen, und sprechen oft die Sprache derer, die sie begleiten. Beratung ersetzen
                    sie nicht: Bei Fragen zum Recht kennen sie die richtige Stelle.</p>
                    <p>Sie möchten begleitet werden oder selbst mitmachen? Melden Sie sich bei der
                    Koordinierungsstelle.</p>
                    """),
            ),
            block(
                "quotation",
                text=Prose("""
                    <p>Integrationslotsinnen und Integrationslotsen helfen dort, wo der Alltag beginnt: in der Wohnung,
                    im Ort, im Verein und auf dem Weg in die Arbeit.</p>
                    """),
                source=GUIDELINE,
                function=Prose("Nummer 2 (erfunden)"),
                url=GUIDELINE_URL,
            ),
        ],
        goals=lines(
            Prose("Geflüchtete, Menschen im Asylverfahren und Geduldete nehmen am Leben in ihrem Ort teil."),
            Prose("Die hauptamtliche Sozialarbeit wird entlastet."),
        ),
        areas=lines(
            Prose("Wohnen: Hausordnung, Mängel, Mülltrennung, gute Nachbarschaft"),
            Prose("Sich zurechtfinden: Arztpraxis, Behörde, Einkaufen, Kita, Schule, Bus und Bahn"),
            Prose("Freizeit: Kultur, Sport und Ehrenamt am Ort"),
            Prose("Arbeit: Bewerbung schreiben, Vorstellungsgespräch üben"),
        ),
        measures=lines(
            Prose("Grundschulung an drei Samstagen, danach zwei Treffen im Jahr"),
            Prose("Berufung durch den Landkreis mit Urkunde und Ausweis"),
        ),
        milestones=[
            {
                "date": "2016-05-01",
                "title": Prose("Das Projekt beginnt"),
            },
            {
                "date": "2026-03",
                "title": Prose("Neue Schulung in Lindenfurt"),
                "text": Prose("Sechs Teilnehmende haben danach als Lotsin oder Lotse angefangen."),
                "number": 9,
            },
        ],
    )


def add_mentors(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "sprachpaten",
        parent="auental",
        stage="continued",
        start="2013-09",
        end="2016-04",
        continued_as=Ref("integrationslotsen"),
        county_takes_part=False,
        topics=["language", "leisure"],
        target_groups=["refugees", "volunteers"],
        responsible=Ref("koordinierungsstelle-migration"),
        title="Sprachpaten Auental",
        summary="Ehrenamtliche übten mit neu Zugezogenen Deutsch, jede Woche eine Stunde.",
        contacts=[
            block(
                "contact",
                name="Auentaler Brücke e. V. (Beispiel)",
                phones=[{"label": "", "number": "0221 4710-140"}],
                website="https://auentaler-bruecke.example",
            )
        ],
        funders=organisations(foundation=["foundation"]),
        partners=organisations(carrier=["association"]),
        goals=lines("Im Alltag Deutsch sprechen, ohne Angst vor Fehlern"),
        figures=[{"number": 40, "precision": "about", "label": "Patenschaften kamen zustande", "as_of": "2016-04"}],
        results=lines(
            "Aus den Patinnen und Paten wurden die ersten Integrationslotsinnen und -lotsen des Landkreises."
        ),
        follow_ups=lines(
            "Die Sprachstunden gehören seitdem zu den Aufgaben der Integrationslotsen.",
            "Der Verein lädt weiter zum Erzählcafé ein.",
        ),
    )
