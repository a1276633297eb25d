"""What the demo's network stands for, does, builds on and publishes."""

from __future__ import annotations

from typing import Any

from hub.demo import Prose, block, lines

PRINCIPLES = lines(
    Prose("Alle arbeiten freiwillig und gleichberechtigt mit: Jede Stimme zählt gleich viel."),
    Prose("Das Netzwerk ist ein Ort für Austausch und Rat, kein Verein: ohne Beitritt, ohne Beitrag."),
    Prose("Teilhabe heißt: Wer hier lebt, kann überall mitmachen und mitreden."),
    Prose("Integration gelingt, wenn beide Seiten aufeinander zugehen, Einheimische wie Zugewanderte."),
    Prose("Traditionen und Lebensweisen sind verschieden. Über Werte wird offen gesprochen, mit Respekt."),
    Prose("Zuwanderung ist eine Herausforderung und zugleich eine Chance für den Landkreis."),
)

GOALS = lines(
    Prose("Die Ziele aus Bund und Land vor Ort umsetzen"),
    Prose("Friedlich zusammenleben und voneinander lernen"),
    Prose("Ämter und Dienste interkulturell öffnen"),
    Prose("Zugewanderte an Gesellschaft und Politik beteiligen"),
)

TASKS = lines(
    Prose("Willkommenspakete für Zugewanderte festlegen und aufeinander abstimmen"),
    Prose("Überblick über die Angebote halten, Bedarf ermitteln und neue Angebote empfehlen"),
    Prose("Projekte zwischen Ämtern und Trägern abstimmen"),
    Prose("Öffentlich zeigen, was gelingt: im Amtsblatt, in der Presse und im Internet"),
    Prose("Für die Anliegen der Zugewanderten eintreten, in den Gremien von Kommunen, Land und Bund"),
    Prose("Orte der Begegnung unterstützen und, wo sie fehlen, neue schaffen"),
    Prose("Dabei helfen, die eigene Sprache, Feste und Bräuche zu pflegen"),
    Prose("Migrantenorganisationen und Selbsthilfegruppen beim Aufbau begleiten"),
    Prose("Mit anderen Netzwerken und Einrichtungen zusammenarbeiten"),
)

FIELDS_OF_ACTION = lines(
    Prose("Sprache und Bildung"),
    Prose("Ausbildung und Arbeit"),
    Prose("Sport, Kultur und Teilhabe"),
    Prose("Gesundheit"),
    Prose("Wohnen und Nachbarschaft"),
)

ALSO_FOR = lines(
    Prose("Alle, die aus dem Ausland hierhergezogen sind"),
    Prose("Internationale Studierende"),
    Prose("Geflüchtete Kinder und Jugendliche ohne Eltern"),
    Prose("Menschen unterschiedlicher Religionen"),
    Prose("Vereine und Einrichtungen, die sich für Zugewanderte einsetzen"),
    Prose("Gäste aus den Partnerstädten"),
)

CONFERENCES: list[dict[str, Any]] = [
    {
        "date": "2019",
        "title": Prose("Erste Netzwerktagung"),
        "text": Prose(
            "Die Arbeitsgruppen legten ihre Ergebnisse vor. Festgelegt wurde, sie zu einem Maßnahmeplan und daraus "
            "zu einem Integrationskonzept für den Landkreis auszuarbeiten."
        ),
        "number": 80,
        "precision": "over",
    },
    {
        "date": "2024-09-20",
        "title": Prose("Zweite Netzwerktagung: „Wir sind hier“"),
        "text": Prose(
            "Viele Gäste waren selbst zugewandert. Aus ihren Fragen entstand die Arbeitsgruppe Gesundheit und Sprache."
        ),
        "number": 120,
        "precision": "about",
        "report": "https://auental.example/netzwerktagung-2024",
    },
]

PAPERS = block(
    "papers",
    papers=[
        {"name": "Nationaler Integrationsplan", "edition": "2007", "issuer": "Bundesregierung", "url": ""},
        {
            "name": "Landesintegrationskonzept (Beispiel)",
            "edition": "2020",
            "issuer": "Ministerium für Zusammenhalt des Landes (Beispiel)",
            "url": "https://ministerium-zusammenhalt.example/integrationskonzept",
        },
        {
            "name": "Maßnahmeplan der Arbeitsgruppen",
            "edition": "2020",
            "issuer": "Integrationsnetzwerk Auental",
            "url": "",
        },
        {
            "name": "Integrationskonzept für den Landkreis Auental mit Anlagen",
            "edition": "2. Auflage 2024",
            "issuer": "Landkreis Auental",
            "url": "https://auental.example/integrationskonzept",
        },
    ],
)

YEARLY = Prose("jedes Jahr")
RESOURCES: list[dict[str, Any]] = [
    {
        "text": Prose("Broschüre „Neue Nachbarn“: Flucht, Asyl und Integration, erklärt für Einheimische"),
        "url": "https://auental.example/neue-nachbarn",
    },
    {
        "text": Prose("Begrüßungsmappe für Neuzugezogene"),
    },
    {
        "text": Prose("Datenbank der Träger im Landkreis"),
        "updated": YEARLY,
        "email": "migration@auental.example",
    },
    {
        "text": Prose("Datenbank der Angebote im Landkreis"),
        "updated": YEARLY,
        "url": "https://auental.example/angebote",
        "email": "migration@auental.example",
    },
    {
        "text": Prose("Liste der Arztpraxen mit ihren Sprachen"),
        "updated": Prose("zweimal im Jahr"),
        "url": "https://auental.example/arztpraxen",
    },
]
