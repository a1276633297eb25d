"""Three doctors' practices."""

from __future__ import annotations

from datetime import timedelta

from directory.offices.demo import portraits, scenes
from directory.offices.demo.parts import COORDINATION, days_ago, first_monday, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, block, lines
from hub.demo.consents import agreed


def load(demo: Demo) -> None:
    for add in (add_general_practice, add_childrens_practice, add_gynaecologist):
        add(demo)


def add_general_practice(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "hausarztpraxis-lindenfurt",
        parent="auental",
        office_type="practice",
        topics=["health"],
        places=["lindenfurt"],
        checked_on=days_ago(16),
        responsible=COORDINATION,
        image=Picture(
            "praxis.jpg",
            scenes.practice_door,
            Prose("Eine Glastür ohne Stufen, daneben ein Schild mit grünem Kreuz und ein Kinderwagen"),
        ),
        title=Prose("Hausarztpraxis Dr. Lindholz (Beispiel)"),
        summary=Prose(
            "Ihre erste Adresse, wenn Sie krank sind: Untersuchung, Überweisung, Impfung und Krankschreibung."
        ),
        is_not=Prose(
            "Die Praxis ist kein Krankenhaus. Bei Lebensgefahr rufen Sie die 112 an, abends und am Wochenende die "
            "116117."
        ),
        body=[
            block(
                "text",
                Prose("""
                    <p>In Deutschland gehen Sie zuerst in eine Hausarztpraxis. Sie schickt Sie weiter, wenn eine
                    Fachärztin oder ein Facharzt nötig ist. Dafür bekommen Sie eine Überweisung.</p>
                    <p>Bringen Sie jedes Mal Ihre Gesundheitskarte oder Ihren Behandlungsschein mit. Beim ersten Besuch
                    helfen auch Ihr Impfpass und eine Liste Ihrer Medikamente.</p>
                    <p>Bitte sagen Sie ab, wenn Sie nicht kommen können. Dann kann jemand anderes Ihren Termin
                    haben.</p>
                    """),
            ),
        ],
        specialities=["general-medicine"],
        accepts_new_patients_until=first_monday(weeks=16),
        services=lines(
            Prose("Untersuchung und Behandlung von Erwachsenen"),
            Prose("Impfungen"),
            Prose("Rezepte, Überweisungen, Krankschreibungen"),
            Prose("Gesundheits-Check ab 35 Jahren"),
        ),
        phones=[
            block(
                "phone",
                label=Prose("Empfang"),
                number="030 23125-310",
            ),
        ],
        emails=[block("email", address="praxis@hausarzt-lindenfurt.example")],
        website="https://hausarzt-lindenfurt.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Marktstraße 14",
                postal_code="05121",
                town="Lindenfurt",
                addition="Erdgeschoss",
                position="51.8402, 11.6927",
            ),
        ],
        hours={
            "monday": "8–12, 15–18",
            "tuesday": "8–12, 15–18",
            "wednesday": "8–12",
            "thursday": "8–12, 15–18",
            "friday": "8–12",
        },
        hours_note=Prose("Ohne Termin: jeden Tag von 8 bis 9 Uhr, wenn Sie plötzlich krank werden."),
        booking="https://hausarzt-lindenfurt.example/termin",
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        parking=True,
        languages=["de", "en", "ar", "tr"],
        staff=[
            {
                "consent": agreed("Dr. Miriam Lindholz (Beispiel)", portraits.doctor),
                "function": Prose("Fachärztin für Allgemeinmedizin"),
                "languages": ["de", "ar", "en"],
            },
            {
                "name": "Aylin Kaya (Beispiel)",
                "function": Prose("Medizinische Fachangestellte, Anmeldung"),
                "phone": "030 23125-310",
                "languages": ["de", "tr"],
            },
        ],
    )


def add_childrens_practice(demo: Demo) -> None:
    holiday = first_monday(weeks=12)
    demo.page(
        OfficePage,
        "kinderarztpraxis-auenstadt",
        parent="auental",
        office_type="practice",
        topics=["health", "family"],
        target_groups=["families", "young-people"],
        checked_on=days_ago(47),
        responsible=COORDINATION,
        image=Picture(
            "spielecke.jpg",
            scenes.play_corner,
            Prose("Eine Spielecke mit einem Teddy, der einen Verband trägt, Bauklötzen und einem Stethoskop"),
        ),
        title=Prose("Kinderarztpraxis am Birkenring (Beispiel)"),
        summary=Prose("Für Kinder und Jugendliche bis 18 Jahre: Vorsorge, Impfungen und Hilfe bei Krankheit."),
        is_not=Prose("Eltern werden hier nicht behandelt. Sie brauchen eine eigene Hausarztpraxis."),
        body=[
            block(
                "text",
                Prose("""
                    <p>Jedes Kind in Deutschland wird regelmäßig untersucht, auch wenn es gesund ist. Diese
                    Untersuchungen heißen U1 bis U9 und J1. Die Krankenkasse bezahlt sie.</p>
                    <p>Bringen Sie das gelbe Heft, den Impfpass und die Gesundheitskarte Ihres Kindes mit. Haben Sie
                    Papiere aus einem anderen Land? Zeigen Sie sie uns bitte auch.</p>
                    <p>Ihr Kind hat Fieber? Rufen Sie morgens ab 7:30 Uhr an, dann kommen Sie meist noch am selben Tag
                    dran.</p>
                    """),
            ),
        ],
        specialities=["paediatrics"],
        accepts_new_patients_until=first_monday(weeks=8),
        services=lines(
            Prose("Vorsorge U2 bis U9, J1"),
            Prose("Impfungen nach dem deutschen Impfkalender"),
            Prose("Bescheinigungen für Kita und Schule"),
        ),
        phones=[
            block("phone", label=Prose("Empfang"), number="030 23125-330"),
            block(
                "phone",
                label=Prose("Rezepte (Anrufbeantworter)"),
                number="030 23125-331",
            ),
        ],
        emails=[block("email", address="kinder@praxis-birkenring.example")],
        addresses=[
            block(
                "address",
                kind="both",
                street="Birkenring 30",
                postal_code="05112",
                town="Auenstadt",
                addition="2. Obergeschoss, Aufzug vorhanden",
                position="51.8263, 11.7319",
            ),
        ],
        hours={
            "monday": "8–12, 14–17",
            "tuesday": "8–12, 14–17",
            "wednesday": "8–11",
            "thursday": "8–12, 14–18",
            "friday": "8–12",
        },
        by_appointment=True,
        closed=[
            turn_of_the_year(),
            block(
                "closed",
                first=holiday.isoformat(),
                last=(holiday + timedelta(days=4)).isoformat(),
                reason="holidays",
            ),
        ],
        entrance=True,
        lift=True,
        toilet=True,
        parking=False,
        quiet_room=True,
        languages=["de", "en", "ru", "uk", "fa"],
        staff=[
            {
                "name": "Dr. Farid Nouri (Beispiel)",
                "function": Prose("Facharzt für Kinder- und Jugendmedizin"),
                "languages": ["de", "fa", "en"],
            },
            {
                "name": "Dr. Anna Sokolowa (Beispiel)",
                "function": Prose("Fachärztin für Kinder- und Jugendmedizin"),
                "languages": ["de", "ru", "uk"],
            },
        ],
    )


def add_gynaecologist(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "frauenarztpraxis-auenstadt",
        parent="auental",
        office_type="practice",
        topics=["health", "family"],
        target_groups=["women"],
        checked_on=days_ago(58),
        responsible=COORDINATION,
        image=Picture(
            "sprechzimmer.jpg",
            scenes.consulting_room,
            Prose("Ein ruhiges Sprechzimmer mit zwei Sesseln, Blumen und einem Wandschirm"),
        ),
        title="Frauenarztpraxis am Stadtgraben (Beispiel)",
        summary="Vorsorge, Schwangerschaft und Verhütung. Auf Wunsch untersucht Sie eine Ärztin.",
        is_not="Die Praxis ist keine Beratungsstelle für Schwangere. Die Adressen dieser Stellen geben wir Ihnen gern.",
        body=[
            block(
                "text",
                """
                <p>Wir nehmen uns Zeit für das Gespräch, bevor wir untersuchen. Sie entscheiden, was gemacht wird. Sie
                dürfen jemanden mitbringen, dem Sie vertrauen.</p>
                <p>Sind Sie schwanger? Dann bekommen Sie von uns einen Mutterpass. Tragen Sie ihn immer bei sich. Die
                Vorsorge bezahlt die Krankenkasse.</p>
                <p>Was Sie uns sagen, bleibt hier. Wir geben nichts an Ihre Familie oder an Ämter weiter.</p>
                """,
            ),
        ],
        specialities=["gynaecology"],
        accepts_new_patients_until=first_monday(weeks=26),
        services=lines(
            "Vorsorge in der Schwangerschaft",
            "Früherkennung von Krebs, einmal im Jahr",
            "Beratung zu Verhütung und Kinderwunsch",
            "Sprechstunde für Mädchen, auch ohne Untersuchung",
        ),
        phones=[block("phone", label="Empfang", number="030 23125-350")],
        emails=[block("email", address="praxis@stadtgraben.example")],
        website="https://praxis-stadtgraben.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Am Stadtgraben 7",
                postal_code="05110",
                town="Auenstadt",
                addition="1. Obergeschoss",
                position="51.8149, 11.7310",
            ),
        ],
        hours={
            "monday": "8–12, 14–18",
            "tuesday": "8–12",
            "wednesday": "8–12, 14–17",
            "thursday": "8–12, 14–18",
        },
        by_appointment=True,
        booking="https://praxis-stadtgraben.example/termin",
        closed=[turn_of_the_year(), block("closed", first=first_monday(weeks=6).isoformat(), reason="training")],
        entrance=False,
        lift=True,
        toilet=False,
        languages=["de", "en", "tr", "kmr", "vi"],
        staff=[
            {
                "name": "Dr. Zeynep Arslan (Beispiel)",
                "function": "Fachärztin für Frauenheilkunde und Geburtshilfe",
                "languages": ["de", "tr", "kmr", "en"],
            },
            {
                "name": "Linh Tran (Beispiel)",
                "function": "Hebamme, Sprechstunde mittwochs",
                "mobile": "0171 3920035",
                "languages": ["de", "vi"],
            },
        ],
    )
