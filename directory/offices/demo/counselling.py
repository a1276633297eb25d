"""The advice service for migrants, the one for young people, and the adult education centre."""

from __future__ import annotations

from django.utils import timezone

from directory.offices.demo import scenes
from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import (
    COORDINATION,
    WORKDAYS,
    days_ago,
    first_monday,
    meeting,
    turn_of_the_year,
)
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, Ref, block, lines

REGISTRATION = Prose("Anmeldung")
INTEGRATION_COURSES = Prose("Integrationskurse")


def load(demo: Demo) -> None:
    for add in (add_counselling, add_youth_service, add_adult_education):
        add(demo)


def add_counselling(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "migrationsberatung",
        parent="auental",
        office_type="counselling",
        level="county",
        topics=["counselling", "residence", "family"],
        target_groups=["refugees", "eu-citizens", "workers", "families"],
        checked_on=days_ago(9),
        responsible=COORDINATION,
        image=Picture(
            "beratung.jpg",
            scenes.advice,
            Prose("Eine Beraterin und ein Besucher sitzen mit Tee an einem Tisch und sehen einen Brief an"),
        ),
        title=Prose("Migrationsberatung"),
        summary=Prose("Beratung zu allen Fragen des Ankommens: kostenlos, vertraulich und in mehreren Sprachen."),
        is_not=Prose(
            "Die Migrationsberatung ist keine Behörde. Sie entscheidet nicht über Anträge und gibt nichts weiter."
        ),
        body=[
            block(
                "text",
                Prose("""
                    <p>Die Beraterinnen und Berater nehmen sich Zeit für Sie. Sie helfen zum Beispiel bei diesen
                    Fragen:</p>
                    <ul>
                    <li>Wie geht es mit meinem Aufenthalt weiter?</li>
                    <li>Wie finde ich einen Deutschkurs, eine Arbeit oder eine Wohnung?</li>
                    <li>Welche Leistungen stehen mir zu, und wie fülle ich den Antrag aus?</li>
                    <li>Wird mein Abschluss anerkannt?</li>
                    </ul>
                    <p>Bringen Sie Briefe und Unterlagen mit, um die es geht. Sagen Sie bei der Anmeldung, wenn Sie eine
                    Dolmetscherin oder einen Dolmetscher brauchen.</p>
                    <p>Auf dem Türschild steht „MBE“ (Migrationsberatung für erwachsene Zugewanderte).</p>
                    """),
            ),
            block(
                "callout",
                style="tip",
                title=Prose("Unter 27 Jahre alt?"),
                text=Prose("""
                    <p>Dann berät Sie der <a linktype="page" id="page:jugendmigrationsdienst">Jugendmigrationsdienst</a>
                    im selben Haus.</p>
                    """),
            ),
        ],
        tasks=lines(
            Prose("Erwachsene in den ersten Jahren in Deutschland begleiten"),
            Prose("Mit Ihnen einen Plan machen: Sprache, Arbeit, Familie"),
            Prose("Bei Streit mit Ämtern vermitteln"),
        ),
        services=lines(
            Prose("Beratung zu Aufenthalt, Arbeit und Wohnen"),
            Prose("Hilfe beim Ausfüllen von Anträgen"),
            Prose("Briefe von Ämtern gemeinsam lesen"),
            Prose("Beratung am Telefon oder per Video"),
        ),
        phones=[
            block(
                "phone",
                label=Prose("Termine"),
                number="069 90009-210",
            ),
            block(
                "phone",
                label=Prose("Mobil, auch Nachrichten"),
                number="0171 3920012",
            ),
        ],
        emails=[block("email", address="beratung@auentaler-bruecke.example")],
        addresses=[
            block(
                "address",
                kind="both",
                name="Auentaler Brücke e. V. (Beispiel)",
                street="Lindenstraße 8",
                postal_code="05121",
                town="Lindenfurt",
                addition="Hintereingang, barrierefrei",
                position="51.8391, 11.6902",
            ),
        ],
        hours={"monday": "9–12", "wednesday": "14–18"},
        by_appointment=True,
        hours_note=Prose("Offene Sprechstunde ohne Termin: mittwochs."),
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        quiet_room=True,
        languages=["de", "en", "ar", "fa-AF", "kmr", "ru", "uk", "ti"],
        organisations=behind(demo, run_by=["bruecke"], on_behalf_of=["landkreis"], funded_by=["ministerium", "amif"]),
        staff=[
            {
                "name": "Olena Kovalova (Beispiel)",
                "function": Prose("Beratung"),
                "phone": "069 90009-211",
                "email": "o.kovalova@auentaler-bruecke.example",
                "mobile": "0171 3920012",
                "languages": ["de", "uk", "ru", "en"],
            },
            {
                "name": "Rashid Amiri (Beispiel)",
                "function": Prose("Beratung, Anerkennung von Abschlüssen"),
                "phone": "069 90009-212",
                "email": "r.amiri@auentaler-bruecke.example",
                "mobile": "0171 3920013",
                "languages": ["de", "fa-AF", "en"],
            },
        ],
    )


def add_youth_service(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "jugendmigrationsdienst",
        parent="auental",
        office_type="counselling",
        topics=["counselling", "education", "work"],
        target_groups=["young-people", "refugees"],
        checked_on=days_ago(21),
        responsible=COORDINATION,
        image=Picture(
            "jugendliche.jpg",
            scenes.youth,
            Prose("Drei Jugendliche sitzen auf der Treppe vor einem Haus, einer hat einen Laptop"),
        ),
        title="Jugendmigrationsdienst",
        summary="Begleitung für junge Menschen von 12 bis 26 Jahren: Schule, Ausbildung, Deutsch und alles, was Sie "
        "bewegt.",
        is_not="Der Jugendmigrationsdienst ist nicht das Jugendamt. Er hilft Ihnen freiwillig und kostenlos.",
        body=[
            block(
                "text",
                """
                <p>Neu in Deutschland, und vieles ist anders? Wir hören zu. Gemeinsam finden wir heraus, was Sie können,
                was Sie wollen und was der nächste Schritt ist.</p>
                <p>Wir gehen mit zum Gespräch in die Schule, zum Betrieb oder zum Amt. Auch Eltern können mit ihren
                Fragen zu uns kommen.</p>
                <p>Am Nachmittag ist das Haus offen: für Hausaufgaben, Bewerbungen oder einfach zum Reden. Zum Fußball
                müssen Sie sich nicht anmelden.</p>
                """,
            ),
        ],
        meeting_times=[meeting("Fußball in der Halle", "weekly", "wednesday", "16:00", "18:00")],
        tasks=lines(
            "Junge Menschen auf dem Weg in Schule, Ausbildung und Beruf begleiten",
            "Eltern das Schulsystem erklären",
            "Gruppen und Ausflüge anbieten",
        ),
        services=lines(
            "Beratung einzeln, auch online",
            "Hilfe bei Bewerbungen, mit Computer und Drucker",
            "Anerkennung von Zeugnissen und Wege ins Studium",
        ),
        phones=[block("phone", label="Beratung", number="069 90009-215")],
        emails=[block("email", address="jmd@beispielverband-auental.example")],
        website="https://beispielverband-auental.example/jugend",
        addresses=[
            block(
                "address",
                kind="both",
                name="Beispielverband Kreisverband Auental e. V.",
                street="Lindenstraße 8",
                postal_code="05121",
                town="Lindenfurt",
                addition="1. Obergeschoss",
                position="51.8391, 11.6902",
            ),
        ],
        hours={"monday": "13–17", "tuesday": "13–17", "wednesday": "13–18", "thursday": "13–17"},
        by_appointment=True,
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=False,
        languages=["de", "en", "ar", "fa", "uk"],
        organisations=behind(demo, run_by=["beispielverband"], funded_by=["bundesamt"]),
        staff=[
            {
                "name": "Thomas Birkner (Beispiel)",
                "function": "Beratung, Schule und Ausbildung",
                "phone": "069 90009-215",
                "email": "t.birkner@beispielverband-auental.example",
                "mobile": "0171 3920017",
                "languages": ["de", "en"],
            },
            {
                "name": "Selam Tesfay (Beispiel)",
                "function": "Beratung, Gruppen für Mädchen",
                "mobile": "0171 3920015",
                "languages": ["de", "ti", "en", "ar"],
            },
        ],
    )


def add_adult_education(demo: Demo) -> None:
    year = timezone.localdate().year
    demo.page(
        OfficePage,
        "volkshochschule",
        parent="auental",
        office_type="education",
        level="county",
        topics=["language", "education"],
        target_groups=["refugees", "eu-citizens", "workers"],
        places=["auenstadt", "lindenfurt"],
        checked_on=days_ago(28),
        responsible=COORDINATION,
        image=Picture(
            "deutschkurs.jpg",
            scenes.classroom,
            Prose("Eine Lehrerin zeigt auf eine Tafel, vor ihr sitzen drei Erwachsene"),
        ),
        title=Prose("Volkshochschule Auental"),
        summary=Prose("Integrationskurse, Deutschkurse am Abend, Prüfungen und ein offenes Sprachcafé."),
        is_not=Prose("Die Volkshochschule ist keine Hochschule. Für einen Kurs brauchen Sie kein Zeugnis."),
        body=[
            block(
                "text",
                Prose("""
                    <p>Die Volkshochschule bietet Integrationskurse, Deutschkurse von A1 bis C1 und Prüfungen an. Auch
                    den Test „Leben in Deutschland“ und den Einbürgerungstest können Sie hier machen.</p>
                    <p>Vor dem ersten Kurs machen Sie einen Einstufungstest. Er ist kostenlos und findet jeden Montag um
                    10 Uhr statt.</p>
                    <p>Viele zahlen für den Integrationskurs nichts oder nur die Hälfte. Fragen Sie bei der Anmeldung,
                    wir füllen den Antrag mit Ihnen aus.</p>
                    <p>Zum Sprachcafé im Foyer müssen Sie sich nicht anmelden. Kinder sind willkommen.</p>
                    """),
            ),
            block("contact", office=Ref("treffpunkt-alte-muehle")),
        ],
        meeting_times=[meeting(Prose("Sprachcafé"), "weekly", "thursday", "15:00", "17:00")],
        tasks=lines(
            Prose("Deutsch unterrichten und prüfen"),
            Prose("Erwachsenen einen Schulabschluss ermöglichen"),
            Prose("Kurse für alle anbieten: Computer, Gesundheit, Kochen, Musik"),
        ),
        services=lines(
            Prose("Integrationskurs mit 700 Stunden, vormittags oder abends"),
            Prose("Kurse zum Lesen und Schreiben (Alphabetisierung)"),
            Prose("Prüfungen von A2 bis C1 und Einbürgerungstest"),
            Prose("Kinderbetreuung während der Vormittagskurse"),
        ),
        phones=[
            block("phone", label=REGISTRATION, number="0221 4710-160"),
            block("phone", label=INTEGRATION_COURSES, number="0221 4710-162"),
        ],
        emails=[
            block("email", label=REGISTRATION, address="anmeldung@vhs-auental.example"),
            block("email", label=INTEGRATION_COURSES, address="deutsch@vhs-auental.example"),
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
            block("closed", first=first_monday(weeks=10).isoformat(), reason="training"),
        ],
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=True,
        languages=["de", "en", "uk"],
        organisations=behind(demo, run_by=["landkreis"], funded_by=["bundesamt"]),
        staff=[
            {
                "name": "Beate Rosenthal (Beispiel)",
                "function": Prose("Fachbereich Deutsch"),
                "phone": "0221 4710-162",
                "email": "b.rosenthal@vhs-auental.example",
            },
        ],
    )
