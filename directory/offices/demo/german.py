"""The two offices that are there in German only."""

from __future__ import annotations

from django.utils import timezone

from directory.offices.models import OfficePage
from hub.demo import Demo, Ref, block

WORKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def add_immigration_office(demo: Demo) -> None:
    year = timezone.localdate().year
    demo.page(
        OfficePage,
        "auslaenderbehoerde",
        parent="auental",
        office_type="authority",
        topics=["residence", "work"],
        target_groups=["refugees", "workers"],
        title="Ausländerbehörde",
        summary="Aufenthaltstitel, Verlängerung, Arbeitserlaubnis und Familiennachzug.",
        is_not="Die Ausländerbehörde entscheidet nicht über Asylanträge. Das macht das Bundesamt für Migration und "
        "Flüchtlinge (BAMF).",
        body=[
            block(
                "text",
                """
                <p>Hier beantragen Sie einen Aufenthaltstitel oder seine Verlängerung, die Erlaubnis zu arbeiten oder
                einen Reiseausweis. Auch wenn Ihre Familie nachkommen soll, sind Sie hier richtig.</p>
                <p>Bringen Sie zum Termin Ihren Pass, ein aktuelles biometrisches Foto und die Unterlagen mit, die in
                der Einladung stehen.</p>
                """,
            ),
            block(
                "callout",
                style="important",
                title="Rechtzeitig verlängern",
                text="""
                <p>Stellen Sie den Antrag mindestens acht Wochen, bevor Ihr Aufenthaltstitel abläuft. Schreiben Sie eine
                E-Mail, wenn Sie keinen Termin bekommen.</p>
                """,
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
        phones=[block("phone", label="Auskunft und Termine", number="0221 4710-130, -131")],
        emails=[block("email", address="auslaenderbehoerde@auental.example")],
        addresses=[
            block(
                "address",
                kind="visiting",
                street="Am Auenufer 3",
                postal_code="05110",
                town="Auenstadt",
                addition="Haus C, Erdgeschoss, Wartebereich 2",
                position="51.8127, 11.7351",
            ),
            block(
                "address",
                kind="postal",
                name="Landkreis Auental, Ausländerbehörde",
                po_box="11 20",
                postal_code="05108",
                town="Auenstadt",
            ),
        ],
        hours={"monday": "8:30–12", "tuesday": "8:30–12, 13:30–17:30", "thursday": "8:30–12, 13:30–16"},
        hours_note="Vormittags ohne Termin, nachmittags nur mit Termin.",
        booking="https://termine.auental.example/",
        closed=[block("closed", first=f"{year}-12-24", last=f"{year}-12-31", reason="holidays")],
        special=[block("day", date=f"{year}-12-28", hours="09:00–11:00")],
        level="county",
        languages=["de", "en"],
    )


def add_adult_education(demo: Demo) -> None:
    year = timezone.localdate().year
    demo.page(
        OfficePage,
        "volkshochschule",
        parent="auental",
        office_type="education",
        topics=["language", "education"],
        places=["auenstadt", "lindenfurt"],
        title="Volkshochschule Auental",
        summary="Integrationskurse, Deutschkurse am Abend, Prüfungen und ein offenes Sprachcafé.",
        body=[
            block(
                "text",
                """
                <p>Die Volkshochschule bietet Integrationskurse, Deutschkurse von A1 bis C1 und Prüfungen an. Auch den
                Test „Leben in Deutschland“ und den Einbürgerungstest können Sie hier machen.</p>
                <p>Vor dem ersten Kurs machen Sie einen Einstufungstest. Er ist kostenlos und findet jeden Montag um 14
                Uhr statt.</p>
                """,
            ),
            block(
                "callout",
                style="tip",
                title="Sprachcafé",
                text="""
                <p>Jeden Donnerstag von 15 bis 17 Uhr im Foyer. Sie müssen sich nicht anmelden. Kinder sind
                willkommen.</p>
                """,
            ),
        ],
        phones=[
            block("phone", label="Anmeldung", number="0221 4710-160"),
            block("phone", label="Integrationskurse", number="0221 4710-162"),
        ],
        emails=[
            block("email", label="Anmeldung", address="anmeldung@vhs-auental.example"),
            block("email", label="Integrationskurse", address="deutsch@vhs-auental.example"),
        ],
        website="https://vhs-auental.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Schulplatz 3",
                postal_code="05112",
                town="Auenstadt",
                addition="1. Obergeschoss, Aufzug vorhanden",
                position="51.8240, 11.7301",
            ),
        ],
        hours={day: "9–12, 14–18" if day == "thursday" else "9–12" for day in WORKDAYS},
        closed=[
            block("closed", first=f"{year}-12-21", last=f"{year + 1}-01-03", reason="holidays"),
            block("closed", first=f"{year + 1}-02-12", reason="training"),
        ],
        languages=["de", "en", "uk"],
        staff=[
            {"name": "Beate Rosenthal (Beispiel)", "function": "Fachbereich Deutsch", "phone": "0221 4710-162"},
        ],
    )
