"""The second invented county of the demo, small: so that visitors and apps have one to choose, and editors one that is
not theirs. Its coordination office is run by an association.
"""

from __future__ import annotations

from hub.counties.models import CountyPage
from hub.demo import Demo, Prose, Ref, block
from hub.demo.county import add_places

SLUG = "moorwinkel"

PLACES: dict[str, tuple[str, str | None, str, dict[str, str]]] = {
    "deichhusen": ("03999010", None, "05610", {"de": "Deichhusen", "en": "Deichhusen", "ar": "دايشهوزن"}),
    "moorhafen": ("03999020", None, "05620", {"de": "Moorhafen", "en": "Moorhafen", "ar": "مورهافن"}),
}


def load(demo: Demo) -> None:
    add_places(PLACES)
    demo.page(
        CountyPage,
        SLUG,
        title=Prose(de="Landkreis Moorwinkel", en="Moorwinkel County", ar="مقاطعة مورفينكل"),
        summary=Prose(
            de="Der zweite erfundene Landkreis: klein, am Wasser, mit wenigen Seiten.",
            en="The second invented county: small, by the water, with few pages.",
            ar="المقاطعة الثانية من وحي الخيال: صغيرة تطلّ على الماء، وصفحاتها قليلة.",
        ),
        key="03999",
        land="NI",
        languages=["de", "en", "ar"],
        contact=Ref("teilhabe-moorwinkel"),
        imprint=Ref("impressum-moorwinkel"),
        privacy=Ref("datenschutz-moorwinkel"),
        accessibility=Ref("barrierefreiheit-moorwinkel"),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Moin und willkommen im Landkreis Moorwinkel! Fragen zum Ankommen beantwortet die
                    <a linktype="page" id="page:teilhabe-moorwinkel">Koordinierungsstelle</a>, oder sie sagt Ihnen, wer
                    es weiß.</p>
                    """,
                    en="""
                    <p>Hello and welcome to Moorwinkel County! The
                    <a linktype="page" id="page:teilhabe-moorwinkel">coordination office</a> answers your questions
                    about arriving, or tells you who can.</p>
                    """,
                    ar="""
                    <p>أهلًا بكم في مقاطعة مورفينكل! يجيب
                    <a linktype="page" id="page:teilhabe-moorwinkel">مكتب التنسيق</a> عن أسئلتكم في الفترة الأولى، أو
                    يدلّكم على من يعرف الجواب.</p>
                    """,
                ),
            ),
        ],
    )
