"""The legal pages of the second county: short examples that say what a county must replace."""

from __future__ import annotations

from home.demo.legal import EXAMPLE
from home.models import InfoPage
from hub.demo import Demo, block

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
    for slug, (title, summary, text) in PAGES.items():
        demo.page(
            InfoPage,
            f"{slug}-moorwinkel",
            parent="moorwinkel",
            icon="law",
            title=title,
            summary=summary,
            body=[block("callout", style="important", text=EXAMPLE["de"]), block("text", text)],
        )
