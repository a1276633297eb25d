"""The invented county of the demo: its places and its welcome page.

Its name, places and people do not exist. The municipality keys and postal codes are not assigned to anyone; the phone
numbers of all demo pages come from the ranges that the Bundesnetzagentur keeps free for films and books.
"""

from __future__ import annotations

from hub.counties.models import CountyPage
from hub.demo import Demo, Picture, Prose, Ref, block, scenes
from hub.taxonomy.models import Place

SLUG = "auental"

# slug: (municipality key, slug of the place it is part of, postal codes, names)
PLACES: dict[str, tuple[str, str | None, str, dict[str, str]]] = {
    "auenstadt": ("15099010", None, "05110, 05112", {"de": "Auenstadt", "en": "Auenstadt", "ar": "أوينشتات"}),
    "auenstadt-nord": (
        "",
        "auenstadt",
        "05112",
        {"de": "Auenstadt-Nord", "en": "Auenstadt North", "ar": "شمال أوينشتات"},
    ),
    "lindenfurt": ("15099020", None, "05121", {"de": "Lindenfurt", "en": "Lindenfurt", "ar": "ليندنفورت"}),
    "muehlfurten": ("15099030", None, "05134", {"de": "Mühlfurten", "en": "Mühlfurten", "ar": "مولفورتن"}),
}


def load(demo: Demo) -> None:
    add_places(PLACES)
    demo.page(
        CountyPage,
        SLUG,
        title=Prose(de="Landkreis Auental", en="Auental County", ar="مقاطعة أوينتال"),
        summary=Prose(
            de="Ein erfundener Landkreis zum Ausprobieren: Informationen für Menschen, die neu hier sind.",
            en="An invented county for trying things out: information for people who are new here.",
            ar="مقاطعة من وحي الخيال مخصّصة للتجربة: معلومات لمن وصلوا حديثًا إلى هنا.",
        ),
        image=Picture(
            "auental.jpg",
            scenes.valley,
            Prose(
                de="Ein Fluss zwischen Hügeln am Morgen, am Ufer ein Dorf mit Kirche und Feldern",
                en="A river between hills in the morning, on its bank a village with a church and fields",
                ar="نهر بين التلال في الصباح، وعلى ضفّته قرية فيها كنيسة وتحيط بها الحقول",
            ),
        ),
        key="15099",
        land="ST",
        languages=["de", "en", "ar"],
        contact=Ref("koordinierungsstelle-migration"),
        imprint=Ref("impressum"),
        privacy=Ref("datenschutz"),
        accessibility=Ref("barrierefreiheit"),
        local_numbers=[
            block(
                "phone",
                label=Prose(
                    de="Frauenhaus Auental (Beispiel)",
                    en="Auental women’s shelter (example)",
                    ar="دار إيواء النساء في أوينتال (مثال)",
                ),
                number="0221 4710-190",
            ),
        ],
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Herzlich willkommen im Landkreis Auental! Hier finden Sie Antworten auf viele Fragen der ersten
                    Zeit: Wie melde ich meine Wohnung an? Wo finde ich einen Arzt oder eine Ärztin? Wie lerne ich
                    Deutsch?</p>
                    <p>Sie kommen allein nicht weiter? Die <a linktype="page"
                    id="page:migrationsberatung">Migrationsberatung</a> hilft Ihnen kostenlos und vertraulich.</p>
                    """,
                    en="""
                    <p>A warm welcome to Auental County! Here you will find answers to many questions that come up in
                    the first weeks and months: How do I register my address? Where do I find a doctor? How can I learn
                    German?</p>
                    <p>Are you stuck? The <a linktype="page" id="page:migrationsberatung">advice service for
                    migrants</a> helps you free of charge and in confidence.</p>
                    """,
                    ar="""
                    <p>أهلًا وسهلًا بكم في مقاطعة أوينتال! تجدون هنا إجابات عن أسئلة كثيرة تُطرح في الفترة الأولى: كيف
                    أسجّل عنوان سكني؟ أين أجد طبيبًا أو طبيبة؟ كيف أتعلّم اللغة الألمانية؟</p>
                    <p>هل تحتاجون إلى من يساعدكم؟ يقدّم لكم <a linktype="page" id="page:migrationsberatung">مركز
                    استشارات الهجرة</a> المساعدة مجانًا وبسرّية تامّة.</p>
                    """,
                ),
            ),
            block(
                "callout",
                style="emergency",
                title=Prose(de="Im Notfall: 112", en="In an emergency: 112", ar="في حالات الطوارئ: 112"),
                text=Prose(
                    de="""
                    <p>Rufen Sie bei Lebensgefahr oder Feuer die <a href="tel:112">112</a> an, bei Gefahr durch andere
                    Menschen die <a href="tel:110">110</a>. Die Anrufe kosten nichts, Tag und Nacht. Sagen Sie zuerst,
                    wo Sie sind und was passiert ist.</p>
                    """,
                    en="""
                    <p>If a life is in danger or there is a fire, call <a href="tel:112">112</a>. If somebody threatens
                    or attacks you, call <a href="tel:110">110</a>. Calls are free, day and night. First say where you
                    are and what has happened.</p>
                    """,
                    ar="""
                    <p>عند وجود خطر على الحياة أو نشوب حريق اتصلوا بالرقم <a href="tel:112">112</a>، وإذا هدّدكم أحد أو
                    اعتدى عليكم فاتصلوا بالرقم <a href="tel:110">110</a>. الاتصال مجاني ليلًا ونهارًا. قولوا أولًا أين
                    أنتم وماذا حدث.</p>
                    """,
                ),
            ),
        ],
    )


def add_places(places: dict[str, tuple[str, str | None, str, dict[str, str]]]) -> None:
    """Add the places that are unknown; a known one is left as it is."""
    for slug, (key, parent, postal_codes, names) in places.items():
        Place.objects.get_or_create(
            slug=slug,
            defaults={
                "names": names,
                "key": key,
                "parent": Place.objects.get(slug=parent) if parent else None,
                "postal_codes": postal_codes,
            },
        )
