"""An immigration office on its way to a welcoming office, with a fund's money and an adviser from outside."""

from __future__ import annotations

from directory.projects.demo.parts import organisations
from directory.projects.models import ProjectPage
from hub.demo import Demo, Prose, Ref, block, lines


def load(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "willkommensbehoerde",
        parent="auental",
        stage="running",
        start="2025-12",
        end="2027-11",
        topics=["residence", "counselling"],
        target_groups=["refugees", "eu-citizens", "workers"],
        responsible=Ref("auslaenderbehoerde"),
        title=Prose("Von der Ausländerbehörde zur Willkommensbehörde"),
        summary=Prose(
            "Die Ausländerbehörde stellt ihre Abläufe um: kürzere Wege, verständliche Formulare in mehreren "
            "Sprachen und mehr Zeit für Beratung."
        ),
        duration_note=Prose("zunächst für zwei Jahre"),
        contacts=[block("contact", office=Ref("auslaenderbehoerde"), phones=[])],
        website="https://willkommensbehoerden.example",
        programme_name="Landesprogramm „Willkommensbehörden“ (Beispiel)",
        programme_url="https://willkommensbehoerden.example/programm",
        funders=organisations(land=["ministry"], eu=["ESF"]),
        partners=organisations(carrier=["county"], adviser=["adviser"]),
        own_part=Prose(
            "Der Landkreis stellt zwei Beschäftigte der Ausländerbehörde für vier Stunden in der Woche frei und "
            "bezahlt die Übersetzung der Formulare."
        ),
        body=[
            block(
                "text",
                Prose("""
                    <p>Das Aufenthaltsrecht ist umfangreicher geworden, und immer mehr Menschen brauchen einen Termin.
                    Wer am Schalter sitzt, prüft längst nicht mehr nur Anträge. Gefragt sind auch Auskünfte, Verständnis
                    für andere Gewohnheiten und ein paar Sätze in einer anderen Sprache.</p>
                    <p>Das Projekt nimmt sich deshalb den ganzen Weg vor, vom ersten Anruf bis zum fertigen Ausweis. Die
                    Beschäftigten entwickeln die Lösungen selbst; Fachleute von außen begleiten sie dabei.</p>
                    """),
            ),
        ],
        goals=lines(
            Prose("Anträge schneller und für alle nachvollziehbar bearbeiten"),
            Prose("Die Arbeit so verteilen, dass sie zu schaffen ist"),
            Prose("Beraten und nicht nur entscheiden"),
        ),
        measures=lines(
            Prose("Coaching für das ganze Team durch eine externe Beratungsfirma"),
            Prose("Formulare in einfacher Sprache, übersetzt in sechs Sprachen"),
            Prose("Fortbildungen: Umgang mit anderen Kulturen, Englisch für den Schalter"),
            Prose("Feste Ansprechpersonen bei Jobcenter, Schulamt und Beratungsstellen"),
        ),
        milestones=[
            {
                "date": "2025-12",
                "title": Prose("Auftakt mit dem ganzen Team"),
            },
            {
                "date": "2026-05-20",
                "title": Prose("Werkstatt mit Besucherinnen und Besuchern"),
                "text": Prose(
                    "Sie haben gezeigt, an welchen Stellen sie nicht weiterwussten. Daraus ist die Liste der "
                    "Formulare entstanden, die zuerst neu geschrieben werden."
                ),
                "number": 30,
                "precision": "about",
                "report": "https://willkommensbehoerden.example/werkstatt-auental",
            },
            {
                "date": "2027-11",
                "title": Prose("Abschluss und Entscheidung über eine Verlängerung"),
            },
        ],
        figures=[
            {
                "number": 12,
                "label": Prose("Formulare sind neu geschrieben und übersetzt"),
                "as_of": "2026-10",
            }
        ],
        results=lines(
            Prose("Wer einen Aufenthaltstitel verlängert, muss meist nur noch einmal kommen."),
        ),
    )
