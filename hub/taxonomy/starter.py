"""A starter vocabulary for any county: topics and target groups in German, English and Arabic.

Terms are identified by their slugs. Loading adds what is missing; a term that exists keeps its names and icon, whoever
wrote them.
"""

from __future__ import annotations

from hub.taxonomy.models import TargetGroup, Topic

LANGUAGES = ("de", "en", "ar")

# Each row is a slug, an icon of the site, and the names in the order of LANGUAGES.
TOPICS = [
    ("arrival", "info", "Ankommen", "Arriving", "الوصول والخطوات الأولى"),
    ("residence", "law", "Aufenthalt und Recht", "Residence and law", "الإقامة والقانون"),
    ("language", "language", "Deutsch lernen", "Learning German", "تعلّم اللغة الألمانية"),
    ("work", "work", "Arbeit und Ausbildung", "Work and training", "العمل والتدريب المهني"),
    ("education", "school", "Schule und Studium", "School and university", "المدرسة والجامعة"),
    ("family", "family", "Kinder und Familie", "Children and family", "الأطفال والأسرة"),
    ("health", "health", "Gesundheit", "Health", "الصحة"),
    ("housing", "home", "Wohnen", "Housing", "السكن"),
    ("money", "money", "Geld und Sozialleistungen", "Money and benefits", "المال والمساعدات الاجتماعية"),
    ("mobility", "transport", "Unterwegs", "Getting around", "التنقّل والمواصلات"),
    ("leisure", "leisure", "Freizeit und Ehrenamt", "Leisure and volunteering", "أوقات الفراغ والتطوّع"),
    ("counselling", "help", "Beratung und Hilfe", "Advice and help", "الاستشارة والمساعدة"),
]

# Each row is a slug and the names.
TARGET_GROUPS = [
    ("refugees", "Geflüchtete", "Refugees", "اللاجئون واللاجئات"),
    ("eu-citizens", "Menschen aus der EU", "People from the EU", "القادمون من دول الاتحاد الأوروبي"),
    ("workers", "Arbeitskräfte aus dem Ausland", "Workers from abroad", "العاملون القادمون من الخارج"),
    ("families", "Familien", "Families", "العائلات"),
    ("young-people", "Kinder und Jugendliche", "Children and young people", "الأطفال والشباب"),
    ("women", "Frauen", "Women", "النساء"),
    ("people-with-disabilities", "Menschen mit Behinderungen", "People with disabilities", "الأشخاص ذوو الإعاقة"),
    ("volunteers", "Ehrenamtliche", "Volunteers", "المتطوّعون والمتطوّعات"),
]


def load() -> int:
    """Add the terms whose slugs are unknown and return how many they were."""
    added = 0
    for slug, icon, *words in TOPICS:
        names = dict(zip(LANGUAGES, words, strict=True))
        added += Topic.objects.get_or_create(slug=slug, defaults={"icon": icon, "names": names})[1]
    for slug, *words in TARGET_GROUPS:
        names = dict(zip(LANGUAGES, words, strict=True))
        added += TargetGroup.objects.get_or_create(slug=slug, defaults={"names": names})[1]
    return added
