"""Two places where people meet: with a language café and help with homework, and with a sewing group."""

from __future__ import annotations

from directory.offices.demo import scenes
from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import COORDINATION, days_ago, meeting, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, block, lines


def load(demo: Demo) -> None:
    for add in (add_old_mill, add_neighbourhood_house):
        add(demo)


def add_old_mill(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "treffpunkt-alte-muehle",
        parent="auental",
        office_type="meeting-place",
        topics=["leisure", "language", "family"],
        target_groups=["families", "young-people", "volunteers"],
        places=["muehlfurten"],
        checked_on=days_ago(5),
        responsible=COORDINATION,
        image=Picture(
            "sprachcafe.jpg",
            scenes.language_cafe,
            Prose("Vier Menschen sitzen mit Tassen, Kuchen und Bildkarten an einem runden Tisch"),
        ),
        title=Prose("Treffpunkt Alte Mühle"),
        summary=Prose("Sprachcafé, Hausaufgabenhilfe und ein offenes Wohnzimmer für alle in Mühlfurten."),
        is_not=Prose("Der Treffpunkt ist kein Sprachkurs: Es gibt keine Anmeldung, keine Prüfung und kein Zeugnis."),
        body=[
            block(
                "text",
                Prose("""
                    <p>In der Alten Mühle treffen sich Menschen, die schon lange hier leben, und Menschen, die neu sind.
                    Kaffee und Tee kosten nichts. Kinder dürfen spielen.</p>
                    <p>Im <b>Sprachcafé</b> sprechen wir langsam und über das, was uns beschäftigt. Fehler sind
                    erlaubt.</p>
                    <p>Die <b>Hausaufgabenhilfe</b> ist für Kinder von der 1. bis zur 6. Klasse. In den Ferien
                    fällt sie aus.</p>
                    <p>Möchten Sie mitmachen? Wir suchen Menschen, die zuhören, vorlesen oder Kuchen backen.</p>
                    """),
            ),
            block(
                "quotation",
                text=Prose("<p>Am Anfang habe ich nur zugehört. Heute erkläre ich den Neuen, wo der Zucker steht.</p>"),
                source="Nour Saleh (Beispiel)",
                function=Prose("hilft heute bei den Hausaufgaben"),
            ),
        ],
        meeting_times=[
            meeting(
                Prose("Sprachcafé"),
                "fortnightly",
                "tuesday",
                "15:00",
                "17:00",
            ),
            meeting(
                Prose("Hausaufgabenhilfe"),
                "weekly",
                "wednesday",
                "14:30",
                "16:30",
            ),
        ],
        services=lines(
            Prose("Sprachcafé, kostenlos und ohne Anmeldung"),
            Prose("Hausaufgabenhilfe für Kinder bis zur 6. Klasse"),
            Prose("Spielzimmer und Wickeltisch"),
            Prose("Raum für Feste, nach Absprache"),
        ),
        phones=[
            block(
                "phone",
                label=Prose("Büro"),
                number="089 99998-220",
            ),
        ],
        emails=[block("email", address="muehle@kirchengemeinde-muehlfurten.example")],
        addresses=[
            block(
                "address",
                kind="both",
                street="Mühlgasse 2",
                postal_code="05134",
                town="Mühlfurten",
                addition="Eingang am Fluss",
                position="51.7986, 11.7612",
            ),
        ],
        hours={"tuesday": "14–18", "wednesday": "14–18", "friday": "15–19"},
        hours_note=Prose("Offenes Wohnzimmer: Kommen Sie einfach vorbei."),
        closed=[turn_of_the_year()],
        entrance=True,
        toilet=True,
        hearing_loop=False,
        parking=True,
        languages=["de", "en", "ar", "fa"],
        organisations=behind(demo, run_by=["kirchengemeinde"], funded_by=["stiftung"]),
        staff=[
            {
                "name": "Ruth Mühlbach (Beispiel)",
                "function": Prose("Hausleitung, Sprachcafé"),
                "phone": "089 99998-220",
                "email": "r.muehlbach@kirchengemeinde-muehlfurten.example",
                "mobile": "0171 3920021",
                "languages": ["de", "en"],
            },
            {
                "name": "Nour Saleh (Beispiel)",
                "function": Prose("Hausaufgabenhilfe"),
                "mobile": "0171 3920022",
                "languages": ["de", "ar"],
            },
        ],
    )


def add_neighbourhood_house(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "nachbarschaftshaus",
        parent="auental",
        office_type="meeting-place",
        level="municipal",
        topics=["leisure", "mobility"],
        target_groups=["women", "families", "volunteers"],
        places=["lindenfurt"],
        checked_on=days_ago(19),
        responsible=COORDINATION,
        image=Picture(
            "naehstube.jpg",
            scenes.sewing_table,
            Prose("Zwei Frauen an einem Tisch mit Nähmaschine, Stoff und Garn"),
        ),
        title="Nachbarschaftshaus Lindenfurt",
        summary="Nähstube, Fahrradwerkstatt und ein großer Tisch für alle, die etwas zusammen machen möchten.",
        is_not="Das Nachbarschaftshaus ist kein Geschäft. Hier repariert niemand für Sie, sondern alle miteinander.",
        body=[
            block(
                "text",
                """
                <p>Werkzeug, Nähmaschinen und Stoffe sind da. Erfahrene Ehrenamtliche zeigen Ihnen, wie es geht. Sie
                zahlen nur, was Sie verbrauchen.</p>
                <p>In der <b>Nähgruppe</b> sind Anfängerinnen und Anfänger willkommen. Um Ihre Kinder kümmert sich
                währenddessen jemand.</p>
                <p>Bringen Sie in die <b>Fahrradwerkstatt</b> Ihr Rad mit. Gebrauchte Räder gibt es für wenig
                Geld.</p>
                """,
            ),
        ],
        meeting_times=[
            meeting("Nähgruppe", "monthly", "saturday", "10:00", "13:00"),
            meeting("Fahrradwerkstatt", "weekly", "friday", "16:00", "18:00"),
        ],
        services=lines(
            "Nähmaschinen und Stoffe zum Mitbenutzen",
            "Werkzeug und Ersatzteile für Fahrräder",
            "Gebrauchte Fahrräder ab 20 Euro",
        ),
        phones=[
            block("phone", label="Büro", number="089 99998-240"),
            block("phone", label="Fahrradwerkstatt", number="0171 3920024"),
        ],
        emails=[block("email", address="haus@nachbarn-lindenfurt.example")],
        website="https://nachbarn-lindenfurt.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Gartenstraße 11",
                postal_code="05121",
                town="Lindenfurt",
                addition="Werkstatt im Hof",
                position="51.8377, 11.6941",
            ),
        ],
        hours={"thursday": "10–12", "friday": "15–18"},
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        parking=False,
        languages=["de", "en", "uk", "ro"],
        organisations=behind(demo, run_by=["sportverein"], funded_by=["stiftung", "landkreis"]),
        staff=[
            {
                "name": "Gerda Nadelreich (Beispiel)",
                "function": "Nähgruppe",
                "phone": "089 99998-240",
                "email": "g.nadelreich@nachbarn-lindenfurt.example",
            },
            {
                "name": "Mihai Ionescu (Beispiel)",
                "function": "Fahrradwerkstatt",
                "mobile": "0171 3920024",
                "languages": ["de", "ro"],
            },
        ],
    )
