"""The home plugin's part of the demo: the site, six articles, the list of offices, and the legal pages."""

from __future__ import annotations

from home.demo import health, housing, learning, legal, work
from home.models import HomePage, InfoPage
from hub.demo import Demo, Prose


def load(demo: Demo) -> None:
    demo.site(HomePage, "Integration Hub")
    for part in (housing, health, learning, work):
        part.load(demo)
    # A page without text lists the pages below it: here the offices, which their own plugin brings.
    demo.page(
        InfoPage,
        "beratung-und-aemter",
        parent="auental",
        icon="help",
        topics=["counselling"],
        title=Prose(de="Beratung und Ämter", en="Advice and authorities", ar="الاستشارة والدوائر الرسمية"),
        summary=Prose(
            de="Wer hilft bei welchen Fragen? Adressen, Telefonnummern und Öffnungszeiten.",
            en="Who helps with which questions? Addresses, phone numbers and opening hours.",
            ar="من يساعدكم وفي أيّ الأمور؟ العناوين وأرقام الهاتف وأوقات الدوام.",
        ),
    )
    legal.load(demo)
