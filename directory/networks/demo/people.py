"""Who takes part in the demo's network, and its groups."""

from __future__ import annotations

from typing import Any

from directory.networks.demo.days import next_day
from hub.demo import Prose, Ref
from hub.demo.organisations import organisation


def participants() -> list[dict[str, Any]]:
    return [
        {
            "organisation": organisation("authority", Prose("Landkreis Auental")),
            "text": Prose("Koordinierungsstelle, Ausländerbehörde, Sozialamt, Jugendamt"),
        },
        {
            "organisation": organisation(
                "authority", Prose("Ministerium für Zusammenhalt des Landes (Beispiel)"), owner=None
            ),
            "text": Prose("Referat Integration"),
        },
        {"organisation": organisation("authority", Prose("Bundesamt für Ankommen (Beispiel)"), owner=None)},
        {
            "text": Prose("Jobcenter und Arbeitsagentur"),
            "kind": "authority",
        },
        {
            "text": Prose("Städte und Gemeinden"),
            "kind": "authority",
        },
        {
            "organisation": organisation("welfare", Prose("Auentaler Brücke e. V. (Beispiel)")),
            "text": Prose("Migrationsberatung für Erwachsene (MBE) und Jugendmigrationsdienst (JMD)"),
        },
        {"organisation": organisation("welfare", Prose("Beispielverband Kreisverband Auental e. V."))},
        {
            "text": Prose("Volkshochschule, Schulen und Sprachkursträger"),
            "kind": "education",
        },
        {"organisation": organisation("association", Prose("Sportverein Lindenfurt e. V. (Beispiel)"))},
        {
            "text": Prose("Kreissportbund mit dem Programm „Integration durch Sport“"),
            "kind": "association",
        },
        {
            "text": Prose("Nachbarschafts- und Kulturvereine"),
            "kind": "association",
        },
        {
            "organisation": organisation(
                "association",
                Prose("Viele Stimmen Auental e. V. (Beispiel)"),
            ),
            "kind": "migrants",
        },
        {
            "text": Prose("Integrationslotsinnen und Integrationslotsen"),
            "kind": "initiative",
        },
        {"organisation": organisation("religious", Prose("Kirchengemeinde Mühlfurten (Beispiel)"))},
        {
            "text": Prose("Weitere Religionsgemeinschaften"),
            "kind": "religious",
        },
        {
            "text": Prose("Industrie- und Handelskammer, Handwerkskammer"),
            "kind": "employers",
        },
        {
            "text": Prose("Wohnungsunternehmen und Betriebe"),
            "kind": "company",
        },
        {
            "text": Prose("Kreistag, Parteien und Gewerkschaften"),
            "kind": "political",
        },
        {
            "text": Prose("Stadtteilarbeit und Integrationsprojekte"),
            "kind": "other",
        },
        {
            "text": Prose("Einheimische und Zugewanderte, die sich einbringen möchten"),
            "kind": "individual",
        },
    ]


def groups() -> list[dict[str, Any]]:
    return [
        {
            "kind": "steering",
            "name": "Steuerungsgruppe",
            "subject": Prose("Bereitet die Treffen vor und verbindet die Arbeitsgruppen miteinander."),
            "leader": organisation("authority", Prose("Landkreis Auental")),
            "leader_text": Prose("Koordinierungsstelle Migration"),
            "rhythm": Prose("alle zwei Monate"),
            "meets_on": next_day("thursday", weeks=2),
            "contact": Ref("koordinierungsstelle-migration"),
        },
        {
            "kind": "working",
            "name": "AG Sprache – Schule – Beruf",
            "subject": Prose("Vom ersten Deutschkurs bis zur Ausbildung: Wo fehlen Plätze, wo hakt es beim Übergang?"),
            "leader_text": Prose("Volkshochschule Auental (Beispiel)"),
            "rhythm": Prose("jeden zweiten Monat, dienstags"),
            "meets_on": next_day("tuesday", weeks=3),
            "contact": Ref("volkshochschule"),
            "email": "ag-sprache@auental.example",
        },
        {
            "kind": "working",
            "name": "AG Sport – Kultur – Nachbarschaft",
            "subject": Prose("Plant Feste, die Interkulturelle Woche und Angebote zum Kennenlernen."),
            "leader": organisation("association", Prose("Sportverein Lindenfurt e. V. (Beispiel)")),
            "rhythm": Prose("vierteljährlich"),
            "meets_on": next_day("monday", weeks=-3),  # over: no next one is shown
            "contact": Ref("koordinierungsstelle-migration"),
            "email": "ag-sport@auental.example",
        },
        {
            "kind": "temporary",
            "name": "AG Gesundheit und Sprache",
            "subject": Prose("Fragt Arztpraxen, welche Sprachen dort gesprochen werden, und veröffentlicht die Liste."),
            "leader": organisation("welfare", Prose("Auentaler Brücke e. V. (Beispiel)")),
            "rhythm": Prose("nach Bedarf"),
            "contact": Ref("gesundheitsamt"),
        },
    ]
