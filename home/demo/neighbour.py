"""The second county: arriving in three languages, courses in German only, and the legal pages, short examples."""

from __future__ import annotations

from home.demo.legal import EXAMPLE
from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block

PAGES = {
    "impressum": (
        "Impressum",
        "Wer für diese Seiten verantwortlich ist.",
        "<p>Landkreis Moorwinkel, vertreten durch den Landrat Enno Tiedemann (Beispiel).</p>",
    ),
    "datenschutz": (
        "Datenschutz",
        "Welche Daten beim Besuch dieser Seiten verarbeitet werden.",
        "<p>Diese Seiten laden nichts von anderen Anbietern und werten Ihr Verhalten nicht aus.</p>",
    ),
    "barrierefreiheit": (
        "Erklärung zur Barrierefreiheit",
        "Wie Sie uns Hindernisse melden.",
        "<p>Können Sie etwas nicht lesen oder bedienen? Schreiben Sie an barrierefrei@moorwinkel.example.</p>",
    ),
}


def load(demo: Demo) -> None:
    add_arriving(demo)
    add_courses(demo)
    add_legal_pages(demo)


def add_arriving(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "ankommen-moorwinkel",
        parent="moorwinkel",
        icon="info",
        topics=["arrival"],
        checked_on="2026-10-05",
        title=Prose("Ankommen in Moorwinkel"),
        summary=Prose("Die ersten drei Wege, wenn Sie neu an der Küste sind."),
        body=[
            block(
                "text",
                Prose("""
                    <ol>
                    <li><b>Anmelden:</b> im Rathaus von Deichhusen, innerhalb von zwei Wochen nach dem Einzug.</li>
                    <li><b>Beraten lassen:</b> beim Verein Hafenlicht, dienstags auch auf Arabisch und Rumänisch.</li>
                    <li><b>Deutsch lernen:</b> Alle zwei Monate beginnt ein neuer Kurs.</li>
                    </ol>
                    """),
            ),
            block("contact", office=Ref("teilhabe-moorwinkel")),
        ],
    )


def add_courses(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "deutschkurse-moorwinkel",
        parent="moorwinkel",
        icon="language",
        topics=["language"],
        title="Deutschkurse",
        summary="Vormittags mit Kinderbetreuung, abends nach der Schicht.",
        body=[
            block(
                "text",
                """
                <p>Am Vormittag lernen Sie in Deichhusen, und Ihre Kinder werden nebenan betreut. Der Abendkurs beginnt
                um 18 Uhr, damit alle kommen können, die im Hafen oder in der Fischverarbeitung arbeiten.</p>
                <p>Ein Einstufungstest zeigt, welcher Kurs passt. Er dauert eine halbe Stunde und kostet nichts.</p>
                """,
            ),
            block("contact", office=Ref("teilhabe-moorwinkel")),
        ],
    )


def add_legal_pages(demo: Demo) -> None:
    for slug, (title, summary, text) in PAGES.items():
        demo.page(
            InfoPage,
            f"{slug}-moorwinkel",
            parent="moorwinkel",
            icon="law",
            title=title,
            summary=summary,
            body=[block("callout", style="important", text=EXAMPLE), block("text", text)],
        )
