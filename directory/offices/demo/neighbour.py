"""The coordination office of the second county, run by an association on behalf of the county."""

from __future__ import annotations

from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import days_ago
from directory.offices.models import OfficePage
from hub.demo import Demo, Prose, block, lines


def load(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "teilhabe-moorwinkel",
        parent="moorwinkel",
        office_type="coordination",
        level="county",
        topics=["leisure", "counselling"],
        checked_on=days_ago(40),
        title=Prose(
            de="Koordinierungsstelle für Migration und Teilhabe",
            en="Coordination office for migration and participation",
            ar="مكتب تنسيق الهجرة والمشاركة",
        ),
        summary=Prose(
            de="Bringt alle zusammen, die im Landkreis mit Integration zu tun haben.",
            en="Brings together everybody in the county who has to do with integration.",
            ar="يجمع كلّ من يعمل في شؤون الاندماج في المقاطعة.",
        ),
        is_not=Prose(
            de="Die Koordinierungsstelle ist keine Beratungsstelle. Sie nennt Ihnen aber die richtige.",
            en="The coordination office gives no advice to individuals. It can tell you who does.",
            ar="مكتب التنسيق ليس مركزًا للاستشارات الفردية، لكنّه يدلّكم على المركز المناسب.",
        ),
        tasks=lines(
            Prose(
                de="Erheben, was gebraucht wird und was es schon gibt",
                en="Finding out what is needed and what there is already",
                ar="معرفة ما يحتاجه الناس وما هو متوفّر",
            ),
            Prose(
                de="Das Handlungskonzept des Landkreises fortschreiben",
                en="Keeping the county’s action plan up to date",
                ar="تحديث خطة عمل المقاطعة",
            ),
            Prose(
                de="Projekte, Veranstaltungen und Fortbildungen abstimmen",
                en="Coordinating projects, events and training",
                ar="تنسيق المشاريع والفعاليات والدورات التدريبية",
            ),
        ),
        services=lines(
            Prose(
                de="Hilfe bei der Anmeldung von Kindern in der Schule",
                en="Help with registering children at school",
                ar="المساعدة في تسجيل الأطفال في المدرسة",
            ),
        ),
        phones=[block("phone", number="0221 4710-160")],
        emails=[block("email", address="teilhabe@hafenlicht.example")],
        addresses=[
            block(
                "address",
                kind="visiting",
                name="Hafenlicht Moorwinkel e. V.",
                street="Am Siel 4",
                postal_code="05610",
                town="Deichhusen",
                position="53.3012, 8.4567",
            ),
        ],
        by_appointment=True,
        hours_note=Prose(
            de="Rufen Sie vorher an, auch mobil.",
            en="Please call first; mobile phones are answered, too.",
            ar="يُرجى الاتصال مسبقًا، على الهاتف الجوّال أيضًا.",
        ),
        staff=[
            {
                "name": "Frieda Beispiel",
                "function": Prose(de="Koordination", en="Coordination", ar="التنسيق"),
                "phone": "0221 4710-161",
                "mobile": "0171 3920061",
                "email": "f.beispiel@hafenlicht.example",
            },
            {
                "name": "Yusuf Muster",
                "function": Prose(de="Ehrenamt", en="Volunteering", ar="العمل التطوّعي"),
                "phone": "0221 4710-162",
                "mobile": "0171 3920062",
                "email": "y.muster@hafenlicht.example",
                "languages": ["tr", "ar"],
            },
        ],
        organisations=behind(
            demo,
            run_by=["hafenlicht"],
            on_behalf_of=["landkreis-moorwinkel"],
            funded_by=["landkreis-moorwinkel"],
        ),
    )
