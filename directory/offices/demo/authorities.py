"""The county's coordination office, its immigration and health authorities, and the job centre."""

from __future__ import annotations

from directory.offices.demo import portraits, scenes
from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import COORDINATION, county_post, days_ago, first_monday, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, Ref, block, lines
from hub.demo.consents import agreed


def load(demo: Demo) -> None:
    for add in (add_coordination, add_immigration_office, add_job_centre, add_health_office):
        add(demo)


def add_coordination(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "koordinierungsstelle-migration",
        parent="auental",
        office_type="coordination",
        level="county",
        topics=["counselling", "leisure"],
        target_groups=["volunteers"],
        checked_on=days_ago(12),
        image=Picture(
            "rathaus.jpg",
            scenes.town_hall,
            Prose("Ein Fachwerkhaus mit Uhrturm, zum Eingang führen Stufen und eine Rampe"),
        ),
        title=Prose("Koordinierungsstelle Migration"),
        summary=Prose("Bringt im Landkreis alle zusammen, die sich für das Ankommen und Zusammenleben einsetzen."),
        is_not=Prose(
            "Die Koordinierungsstelle ist keine Beratungsstelle. Bei persönlichen Fragen hilft Ihnen die "
            "Migrationsberatung."
        ),
        body=[
            block(
                "text",
                Prose("""
                    <p>Die Koordinierungsstelle vernetzt Behörden, Vereine, Sprachkursträger, Schulen und
                    Ehrenamtliche.</p>
                    <p>Viermal im Jahr lädt sie alle Partner an einen Tisch. Dort wird besprochen, was gut läuft, wo
                    Angebote fehlen und wer was übernimmt.</p>
                    <p>Möchten Sie selbst etwas auf die Beine stellen, zum Beispiel ein Fest, eine Lerngruppe oder einen
                    Verein? Dann rufen Sie an. Wir zeigen Ihnen, wo es Räume, Geld und Mitstreiter gibt.</p>
                    """),
            ),
            block(
                "offices_responsible",
                heading=Prose("Wer ist für Sie zuständig?"),
                what="",
            ),
            block(
                "links",
                links=[
                    {
                        "label": Prose("Förderung für Projekte des Zusammenlebens (Beispiel)"),
                        "url": "https://ministerium-zusammenhalt.example/foerderung",
                        "language": "de",
                    },
                    {
                        "label": Prose("Ehrenamtsbörse im Landkreis (Beispiel)"),
                        "url": "https://auental.example/ehrenamt",
                        "language": "de",
                    },
                ],
            ),
        ],
        tasks=lines(
            Prose("Das Integrationsnetzwerk des Landkreises leiten"),
            Prose("Angebote abstimmen und zeigen, was noch fehlt"),
            Prose("Vereine und Initiativen zu Projekten und Fördermitteln beraten"),
            Prose("Ehrenamtliche begleiten, zum Beispiel Integrationslotsinnen und Integrationslotsen"),
        ),
        services=lines(
            Prose("Überblick: Wer macht was im Landkreis?"),
            Prose("Schulungen für Ehrenamtliche, kostenlos"),
            Prose("Vermittlung von Sprachmittlerinnen und Sprachmittlern für Schulen und Ämter"),
        ),
        phones=[
            block(
                "phone",
                label=Prose("Netzwerk und Projekte"),
                number="0221 4710-114",
            ),
            block("phone", label=Prose("Ehrenamt"), number="0221 4710-115"),
        ],
        emails=[block("email", address="migration@auental.example")],
        website="https://auental.example/migration",
        addresses=[
            block(
                "address",
                kind="visiting",
                street="Am Auenufer 1",
                postal_code="05110",
                town="Auenstadt",
                addition="Haus B, 1. Obergeschoss, Zimmer 114",
                position="51.8123, 11.7345",
            ),
            county_post("Koordinierungsstelle Migration"),
        ],
        hours={"tuesday": "9–12, 13–17", "thursday": "9–12"},
        by_appointment=True,
        closed=[turn_of_the_year()],
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=False,
        parking=True,
        languages=["de", "en", "ar"],
        organisations=behind(demo, part_of=["landkreis"], funded_by=["ministerium"]),
        staff=[
            {
                "consent": agreed("Jana Wiesengrund (Beispiel)", portraits.coordinator),
                "function": Prose("Leitung, Integrationsnetzwerk"),
                "phone": "0221 4710-114",
                "email": "j.wiesengrund@auental.example",
                "mobile": "0171 3920014",
                "languages": ["de", "en"],
            },
            {
                "name": "Karim Haddad (Beispiel)",
                "function": Prose("Ehrenamt und Integrationslotsen"),
                "phone": "0221 4710-115",
                "email": "k.haddad@auental.example",
                "mobile": "0171 3920016",
                "languages": ["de", "ar", "en"],
            },
        ],
    )


def add_immigration_office(demo: Demo) -> None:
    short_day = first_monday(weeks=3)
    demo.page(
        OfficePage,
        "auslaenderbehoerde",
        parent="auental",
        office_type="authority",
        level="county",
        topics=["residence", "work"],
        target_groups=["refugees", "workers"],
        checked_on=days_ago(40),
        image=Picture(
            "schalter.jpg",
            scenes.counter,
            Prose("Ein Mann gibt einer Mitarbeiterin am Schalter ein Blatt Papier"),
        ),
        title=Prose("Ausländerbehörde"),
        summary=Prose("Aufenthaltstitel, Verlängerung, Arbeitserlaubnis und Familiennachzug."),
        is_not=Prose(
            "Die Ausländerbehörde entscheidet nicht über Asylanträge. Das macht das Bundesamt für Migration und "
            "Flüchtlinge (BAMF)."
        ),
        body=[
            block(
                "text",
                Prose("""
                    <p>Hier beantragen Sie einen Aufenthaltstitel oder seine Verlängerung, die Erlaubnis zu arbeiten
                    oder einen Reiseausweis. Auch wenn Ihre Familie nachkommen soll, sind Sie hier richtig.</p>
                    <p>Bringen Sie zum Termin Ihren Pass, ein aktuelles biometrisches Foto und die Unterlagen mit, die
                    in der Einladung stehen.</p>
                    <p>Sie dürfen jemanden mitbringen, der für Sie übersetzt. Kinder können Sie gern mitbringen: Im
                    Wartebereich gibt es eine Spielecke.</p>
                    """),
            ),
            block(
                "callout",
                style="important",
                title=Prose("Rechtzeitig verlängern"),
                text=Prose("""
                    <p>Stellen Sie den Antrag mindestens acht Wochen, bevor Ihr Aufenthaltstitel abläuft. Schreiben Sie
                    eine E-Mail, wenn Sie keinen Termin bekommen.</p>
                    """),
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
        tasks=lines(
            Prose("Aufenthaltstitel erteilen und verlängern"),
            Prose("Über die Erlaubnis zu arbeiten entscheiden"),
            Prose("Zu Integrationskursen verpflichten oder sie erlauben"),
        ),
        services=lines(
            Prose("Elektronischer Aufenthaltstitel (Karte)"),
            Prose("Fiktionsbescheinigung, solange Ihr Antrag bearbeitet wird"),
            Prose("Reiseausweis für Flüchtlinge"),
            Prose("Verpflichtungserklärung, wenn Sie Besuch einladen"),
        ),
        phones=[
            block("phone", label=Prose("Auskunft"), number="0221 4710-130"),
            block("phone", label=Prose("Termine"), number="0221 4710-131"),
        ],
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
            county_post("Ausländerbehörde"),
        ],
        hours={"monday": "8:30–12", "tuesday": "8:30–12, 13:30–17:30", "thursday": "8:30–12, 13:30–16"},
        hours_note=Prose("Vormittags ohne Termin, nachmittags nur mit Termin."),
        booking="https://termine.auental.example/",
        closed=[turn_of_the_year()],
        special=[block("day", date=short_day.isoformat(), hours="09:00–11:00")],
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=True,
        parking=True,
        quiet_room=False,
        languages=["de", "en"],
        organisations=behind(demo, part_of=["landkreis"]),
        staff=[
            {
                "name": "Petra Beispiel",
                "function": Prose("Arbeit und Ausbildung, Buchstaben A–K"),
                "phone": "0221 4710-130",
                "email": "p.beispiel@auental.example",
                "languages": ["de", "en"],
            },
            {
                "name": "Dirk Mustermann (Beispiel)",
                "function": Prose("Arbeit und Ausbildung, Buchstaben L–Z"),
                "phone": "0221 4710-131",
                "email": "d.mustermann@auental.example",
                "languages": ["de"],
            },
        ],
    )


def add_job_centre(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "jobcenter",
        parent="auental",
        office_type="authority",
        level="county",
        topics=["work", "money", "housing"],
        target_groups=["refugees", "workers", "families"],
        checked_on=days_ago(65),
        responsible=COORDINATION,
        image=Picture(
            "wartebereich.jpg",
            scenes.waiting_room,
            Prose("Drei Menschen sitzen in einem Wartebereich, über einer Tür leuchtet eine Nummer"),
        ),
        title="Jobcenter Auental",
        summary="Geld zum Leben, Miete und Hilfe bei der Suche nach Arbeit, wenn Ihr Einkommen nicht reicht.",
        is_not="Das Jobcenter zahlt kein Arbeitslosengeld aus der Versicherung. Dafür ist die Agentur für Arbeit "
        "zuständig. Wer noch auf die Entscheidung über den Asylantrag wartet, wendet sich an das Sozialamt.",
        body=[
            block(
                "text",
                """
                <p>Reicht Ihr Geld nicht zum Leben, können Sie hier Grundsicherung beantragen. Dazu gehören auch die
                Miete und die Heizung, wenn sie angemessen sind.</p>
                <p>Für Sie ist eine feste Ansprechperson da. Mit ihr planen Sie die nächsten Schritte: einen
                Deutschkurs, die Anerkennung Ihres Abschlusses, eine Ausbildung oder eine Stelle.</p>
                <p>Leistungen gibt es erst ab dem Monat, in dem Sie den Antrag stellen. Warten Sie also nicht, bis alle
                Unterlagen da sind. Sie können sie nachreichen.</p>
                """,
            ),
            block(
                "callout",
                style="tip",
                title="Brief nicht verstanden?",
                text="""
                <p>Kommen Sie mit dem Brief zum Empfang. Für Gespräche bestellt das Jobcenter auf Wunsch eine
                Dolmetscherin oder einen Dolmetscher. Das kostet Sie nichts.</p>
                """,
            ),
        ],
        tasks=lines(
            "Grundsicherung berechnen und auszahlen",
            "In Arbeit und Ausbildung vermitteln",
            "Deutschkurse, Weiterbildung und Umschulung fördern",
            "Familien mit dem Bildungs- und Teilhabepaket unterstützen",
        ),
        services=lines(
            "Antrag auf Grundsicherung, auch online",
            "Zuschuss zur ersten Einrichtung der Wohnung",
            "Geld für Schulsachen, Klassenfahrten und das Mittagessen in der Schule",
            "Kosten für Bewerbungen und für die Anerkennung von Abschlüssen",
        ),
        phones=[
            block("phone", label="Servicetelefon", number="040 66969-100"),
            block("phone", label="Ausbildung und unter 25 Jahren", number="040 66969-125"),
        ],
        emails=[block("email", address="post@jobcenter-auental.example")],
        website="https://jobcenter-auental.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Bahnhofstraße 21",
                postal_code="05112",
                town="Auenstadt",
                addition="Empfang im Erdgeschoss",
                position="51.8215, 11.7288",
            ),
        ],
        hours={"monday": "8–12", "tuesday": "8–12", "thursday": "8–12, 14–18", "friday": "8–12"},
        hours_note="Ohne Termin zum Empfang; Gespräche mit Ihrer Ansprechperson nach Vereinbarung.",
        by_appointment=True,
        booking="https://jobcenter-auental.example/termin",
        closed=[turn_of_the_year(), block("closed", first=first_monday(weeks=9).isoformat(), reason="training")],
        entrance=True,
        lift=True,
        toilet=True,
        parking=True,
        quiet_room=True,
        languages=["de", "en", "ar", "ru", "uk"],
        organisations=behind(demo, part_of=["landkreis"]),
        staff=[
            {"name": "Sabine Altmann (Beispiel)", "function": "Teamleitung Markt und Integration"},
            {
                "name": "Yusuf Demirci (Beispiel)",
                "function": "Ausbildung und unter 25 Jahren",
                "phone": "040 66969-125",
                "email": "y.demirci@jobcenter-auental.example",
                "mobile": "0171 3920018",
                "languages": ["de", "tr", "ar"],
            },
        ],
    )


def add_health_office(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "gesundheitsamt",
        parent="auental",
        office_type="health",
        level="county",
        topics=["health", "family"],
        target_groups=["families", "refugees", "women"],
        checked_on=days_ago(33),
        image=Picture(
            "impfung.jpg",
            scenes.health_office,
            Prose("Eine Pflegerin gibt einem Kind, das bei seiner Mutter ist, ein Pflaster"),
        ),
        title="Gesundheitsamt",
        summary="Impfungen, Schuluntersuchung, Gesundheitszeugnis und vertrauliche Beratung.",
        is_not="Das Gesundheitsamt ersetzt keine Arztpraxis. Wenn Sie krank sind, gehen Sie zuerst zu einer "
        "Hausärztin oder einem Hausarzt.",
        body=[
            block(
                "text",
                """
                <p>Das Gesundheitsamt achtet darauf, dass die Menschen im Landkreis gesund bleiben. Es berät zu
                Impfungen und untersucht jedes Kind, bevor es in die Schule kommt.</p>
                <p>Möchten Sie in einer Küche, einem Restaurant oder einer Kita arbeiten? Dann brauchen Sie eine
                Belehrung nach dem Infektionsschutzgesetz. Sie dauert etwa eine Stunde und kostet 25 Euro.</p>
                <p>Die Beratung zu HIV und anderen sexuell übertragbaren Krankheiten ist kostenlos. Sie müssen Ihren
                Namen nicht sagen.</p>
                """,
            ),
        ],
        tasks=lines(
            "Vor ansteckenden Krankheiten schützen",
            "Kinder vor der Einschulung untersuchen",
            "Schwangere, Familien und Menschen in seelischer Not beraten",
        ),
        services=lines(
            "Impfberatung und Impfungen, wenn keine Praxis sie anbietet",
            "Belehrung nach dem Infektionsschutzgesetz („Gesundheitszeugnis“)",
            "Anonyme Beratung und Tests zu HIV",
            "Hilfe für Menschen ohne Krankenversicherung: Wir suchen mit Ihnen einen Weg",
        ),
        phones=[
            block("phone", label="Anmeldung", number="0221 4710-150"),
            block("phone", label="Kinder- und Jugendgesundheit", number="0221 4710-152"),
            block("phone", label="Vertrauliche Beratung", number="0221 4710-155"),
        ],
        emails=[block("email", address="gesundheitsamt@auental.example")],
        website="https://auental.example/gesundheitsamt",
        addresses=[
            block(
                "address",
                kind="visiting",
                street="Am Auenufer 5",
                postal_code="05110",
                town="Auenstadt",
                addition="Haus E, Eingang vom Hof",
                position="51.8131, 11.7362",
            ),
            county_post("Gesundheitsamt"),
        ],
        hours={"monday": "9–12", "tuesday": "9–12, 14–17:30", "wednesday": "9–12", "thursday": "9–12"},
        hours_note="Impfsprechstunde: dienstags 14 bis 17 Uhr, ohne Termin.",
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        hearing_loop=False,
        quiet_room=True,
        languages=["de", "en", "ru", "gsg"],
        organisations=behind(demo, part_of=["landkreis"]),
        staff=[
            {"name": "Dr. Ulrike Sommerfeld (Beispiel)", "function": "Amtsärztin"},
            {
                "name": "Ina Petrowa (Beispiel)",
                "function": "Kinder- und Jugendgesundheit",
                "phone": "0221 4710-152",
                "email": "i.petrowa@auental.example",
                "languages": ["de", "ru"],
            },
        ],
    )
