"""For whoever has just moved in, whatever brings them here: whole in German, English and Arabic."""

from __future__ import annotations

from directory.packages.demo.parts import cards, chapter, questions, steps, task
from directory.packages.models import PackagePage
from hub.demo import Block, Demo, Picture, Prose, Ref, block, scenes


def load(demo: Demo) -> None:
    demo.page(
        PackagePage,
        "erste-wochen",
        parent="auental",
        arrival=["work", "asylum", "family", "study"],
        target_groups=["refugees", "eu-citizens", "workers", "families"],
        topics=["arrival"],
        checked_on="2026-11-10",
        responsible=Ref("koordinierungsstelle-migration"),
        title=Prose("Willkommen: Ihre ersten Wochen im Auental"),
        summary=Prose("Was zuerst zu tun ist, wer Ihnen dabei hilft und was warten kann."),
        body=[
            *introduction(),
            *first_days(),
            *registration(),
            *health(),
            *children(),
            *german_and_work(),
            *at_home(),
        ],
    )


def introduction() -> list[Block]:
    return [
        block(
            "text",
            Prose("""
                <p>Schön, dass Sie da sind! Am Anfang kommt vieles auf einmal. Dieses Paket sagt Ihnen, was in welcher
                Reihenfolge dran ist. Haken Sie ab, was Sie geschafft haben.</p>
                """),
        ),
        block(
            "picture",
            image=Picture(
                "auental.jpg",
                scenes.valley,
                Prose("Ein Fluss zwischen Hügeln am Morgen, am Ufer ein Dorf mit Kirche und Feldern"),
            ),
            alt="",
            caption=Prose("Das Auental am Morgen"),
        ),
    ]


def first_days() -> list[Block]:
    return [
        chapter("first_days", Prose("Ankommen")),
        task(
            Prose("Ihren Namen an Briefkasten und Klingel anbringen"),
            Prose("<p>Sonst kommt Ihre Post nicht an. Wichtige Briefe kommen in Deutschland mit der Post.</p>"),
        ),
        task(
            Prose("Bestätigung des Einzugs unterschreiben lassen"),
            Prose("""
                <p>Ihr Vermieter oder Ihre Vermieterin bestätigt auf einem Formular, dass Sie eingezogen sind
                (Wohnungsgeberbestätigung). Sie brauchen es für die Anmeldung.</p>
                """),
        ),
        task(
            Prose("Eine SIM-Karte besorgen und Notrufnummern speichern"),
            Prose("<p>Für die SIM-Karte brauchen Sie einen Ausweis.</p>"),
            bring=(Prose("Pass oder Personalausweis"),),
        ),
        block(
            "callout",
            style="emergency",
            title=Prose("Im Notfall"),
            text=Prose("""
                <p>Feuerwehr und Rettungsdienst: <a href="tel:112">112</a>. Polizei: <a href="tel:110">110</a>. Die
                Anrufe kosten nichts.</p>
                """),
        ),
    ]


def registration() -> list[Block]:
    return [
        chapter("two_weeks", Prose("Anmelden und Papiere")),
        task(
            Prose("Die Wohnung anmelden"),
            Prose("""
                <p>Das geht im Einwohnermeldeamt Ihrer Stadt oder Gemeinde. Lesen Sie mehr unter <a linktype="page"
                id="page:wohnsitz-anmelden">Den Wohnsitz anmelden</a>.</p>
                """),
            bring=(
                Prose("Pass oder Personalausweis aller, die einziehen"),
                Prose("Wohnungsgeberbestätigung"),
                Prose("Heiratsurkunde und Geburtsurkunden, wenn vorhanden"),
            ),
            within=2,
            unit="weeks",
            counted_from=Prose("Einzug"),
        ),
        task(
            Prose("Einen Termin bei der Ausländerbehörde vereinbaren"),
            Prose("""
                <p>Kommen Sie aus einem Land außerhalb der EU? Dann beantragen Sie Ihren Aufenthaltstitel, bevor Ihr
                Visum abläuft.</p>
                """),
            office="auslaenderbehoerde",
            bring=(
                Prose("Pass und Visum"),
                Prose("Biometrisches Foto"),
                Prose("Meldebestätigung"),
                Prose("Arbeitsvertrag oder Bescheinigung der Hochschule"),
            ),
        ),
        task(
            Prose("Ein Konto bei einer Bank eröffnen"),
            Prose("""
                <p>Lohn und Miete laufen über ein Konto. Wer sich rechtmäßig in der EU aufhält, hat Anspruch auf ein
                Basiskonto.</p>
                """),
            bring=(
                Prose("Pass oder Personalausweis"),
                Prose("Meldebestätigung"),
            ),
        ),
        steps(
            Prose("So läuft die Anmeldung ab"),
            (
                Prose("Termin buchen"),
                Prose("<p>Rufen Sie im Rathaus an oder gehen Sie vorbei.</p>"),
            ),
            (
                Prose("Gemeinsam hingehen"),
                Prose("<p>Eine Person kann die ganze Familie anmelden. Jemand darf für Sie übersetzen.</p>"),
            ),
            (
                Prose("Meldebestätigung aufheben"),
                Prose("""
                <p>Sie bekommen sie gleich mit. Die Steuer-Identifikationsnummer kommt später mit der Post.</p>
                """),
            ),
        ),
    ]


def health() -> list[Block]:
    return [
        chapter("two_weeks", Prose("Gesund bleiben")),
        task(
            Prose("Eine Krankenkasse wählen"),
            Prose("""
                <p>Wer arbeitet, wählt eine Krankenkasse und nennt sie dem Betrieb. Ehepartner ohne eigenes Einkommen
                und Kinder sind meist kostenlos mitversichert: Fragen Sie nach der Familienversicherung.</p>
                """),
            within=2,
            unit="weeks",
            counted_from=Prose("Beginn der Arbeit"),
        ),
        task(
            Prose("Eine Hausarztpraxis finden"),
            Prose("<p>Fragen Sie, bevor Sie krank sind, ob die Praxis Sie aufnimmt.</p>"),
            office="hausarztpraxis-lindenfurt",
            bring=(
                Prose("Gesundheitskarte"),
                Prose("Impfpass"),
            ),
        ),
        questions(
            Prose("Fragen zum Arztbesuch"),
            (
                Prose("Was kostet der Besuch?"),
                Prose("<p>Mit der Gesundheitskarte in der Regel nichts.</p>"),
            ),
            (
                Prose("Wen rufe ich nachts und am Wochenende an?"),
                Prose("""
                    <p>Den ärztlichen Bereitschaftsdienst: <a href="tel:116117">116 117</a>. Bei Lebensgefahr die <a
                    href="tel:112">112</a>.</p>
                    """),
            ),
        ),
    ]


def children() -> list[Block]:
    return [
        chapter("three_months", Prose("Kinder und Schule")),
        task(
            Prose("Kinder in der Schule anmelden"),
            Prose("""
                <p>In Deutschland muss jedes Kind in die Schule gehen. Wie Sie es anmelden, steht unter <a
                linktype="page" id="page:schule-und-kita">Schule und Kita</a>.</p>
                """),
            bring=(
                Prose("Geburtsurkunde"),
                Prose("Letzte Zeugnisse"),
                Prose("Nachweis über die Masernimpfung"),
            ),
        ),
        task(
            Prose("Einen Platz in einer Kita suchen"),
            Prose("<p>Fangen Sie früh an. Oft gibt es eine Warteliste.</p>"),
        ),
        task(
            Prose("Kindergeld beantragen"),
            Prose("""
                <p>Den Antrag stellen Sie bei der Familienkasse. Er wirkt höchstens sechs Monate zurück. Beim Ausfüllen
                hilft die Migrationsberatung.</p>
                """),
            office="migrationsberatung",
            within=6,
            unit="months",
            counted_from=Prose("Ankunft"),
        ),
    ]


def german_and_work() -> list[Block]:
    return [
        chapter(
            "three_months",
            Prose("Deutsch und Arbeit"),
        ),
        task(
            Prose("Einen Deutschkurs finden"),
            Prose("<p>Lassen Sie sich beraten: Ein kurzer Test zeigt, welcher Kurs zu Ihnen passt.</p>"),
            office="volkshochschule",
        ),
        task(
            Prose("Zeugnisse und Abschlüsse anerkennen lassen"),
            Prose("""
                <p>Für manche Berufe ist das Pflicht, zum Beispiel in der Pflege. Lesen Sie mehr unter <a
                linktype="page" id="page:arbeit-und-anerkennung">Arbeit und Anerkennung</a>.</p>
                """),
            bring=(
                Prose("Zeugnisse im Original"),
                Prose("Übersetzungen, wenn es welche gibt"),
            ),
        ),
        block(
            "links",
            links=[
                {
                    "label": Prose("Sprachkurse im Landkreis"),
                    "url": "https://auental.example/sprachkurse",
                    "language": "de",
                },
                {
                    "label": Prose("Kurse finden, auf Englisch"),
                    "url": "https://auental.example/en/courses",
                    "language": "en",
                },
            ],
        ),
    ]


def at_home() -> list[Block]:
    return [
        chapter("later", Prose("Hier zu Hause sein")),
        block(
            "text",
            Prose("<p>Das Wichtigste ist geschafft. Jetzt ist Zeit für Nachbarn und Vereine.</p>"),
        ),
        task(
            Prose("Prüfen, ob Ihr Führerschein hier gilt"),
            Prose("<p>Ein Führerschein von außerhalb der EU gilt nach dem Umzug nur eine bestimmte Zeit.</p>"),
            within=6,
            unit="months",
            counted_from=Prose("Anmeldung der Wohnung"),
        ),
        task(
            Prose("Leute kennenlernen"),
            Prose("<p>Kommen Sie zum Sprachcafé: ohne Anmeldung, und es kostet nichts.</p>"),
            office="treffpunkt-alte-muehle",
        ),
        cards(
            Prose("Hier hilft man Ihnen gern"),
            "koordinierungsstelle-migration",
            "migrationsberatung",
            "integrationslotsen",
            "integrationsnetzwerk",
        ),
    ]
