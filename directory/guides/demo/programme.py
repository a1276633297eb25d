"""How to become a guide: in the first county in three languages, in the second in German alone."""

from __future__ import annotations

from directory.guides.models import GuideProgrammePage
from hub.demo import Demo, Prose, Ref, block, lines


def load(demo: Demo) -> None:
    add_first(demo)
    add_second(demo)


def add_first(demo: Demo) -> None:
    demo.page(
        GuideProgrammePage,
        "lotse-werden",
        parent="auental",
        topics=["leisure"],
        responsible=Ref("koordinierungsstelle-migration"),
        contact=Ref("koordinierungsstelle-migration"),
        title=Prose(
            de="Integrationslotsin oder Integrationslotse werden",
            en="Become a volunteer guide",
            ar="كيف تصبحون مرشدين أو مرشدات للاندماج",
        ),
        summary=Prose(
            de="Sie kennen sich im Landkreis aus und haben zwei bis drei Stunden Zeit in der Woche? Machen Sie mit.",
            en="Do you know your way around the county, and have two or three hours a week? Join us.",
            ar="هل تعرفون المقاطعة جيدًا ولديكم ساعتان أو ثلاث ساعات في الأسبوع؟ انضمّوا إلينا.",
        ),
        duties=lines(
            Prose(
                de="Menschen begleiten: zum Amt, zur Ärztin, in die Schule, zum Verein",
                en="Accompany people: to authorities, doctors, schools and clubs",
                ar="مرافقة الناس إلى الدوائر الرسمية والأطباء والمدارس والنوادي",
            ),
            Prose(
                de="Den Alltag erklären: Hausordnung, Mülltrennung, Bus und Bahn",
                en="Explain everyday life: house rules, sorting waste, bus and train",
                ar="شرح أمور الحياة اليومية: نظام البيت وفرز النفايات والحافلات والقطارات",
            ),
            Prose(
                de="Für sich behalten, was Ihnen anvertraut wird",
                en="Keep to yourself what people confide in you",
                ar="حفظ أسرار من تساعدونهم",
            ),
            Prose(
                de="Zweimal im Jahr zum Treffen aller Lotsinnen und Lotsen kommen",
                en="Come to the meetings of all guides, twice a year",
                ar="حضور لقاء جميع المرشدين والمرشدات مرّتين في السنة",
            ),
        ),
        training=Prose(
            de="Drei Samstage mit Grundlagen zu Aufenthalt, Wohnen, Schule und Gesprächsführung.",
            en="Three Saturdays with the basics of residence, housing, school and conversation.",
            ar="ثلاثة أيام سبت نتناول فيها أساسيات الإقامة والسكن والمدرسة والحوار.",
        ),
        appointment=Prose(
            de="Nach der Schulung beruft Sie der Landkreis als offizielle Lotsin oder offiziellen Lotsen und stellt "
            "Ihnen einen Ausweis aus.",
            en="After the training the county appoints you as an official guide and gives you an identity card.",
            ar="بعد التدريب تعيّنكم المقاطعة مرشدين رسميين وتمنحكم بطاقة تعريف.",
        ),
        certificate=Prose(
            de="Wir brauchen ein erweitertes Führungszeugnis, das nicht älter als drei Monate ist. Mit unserer "
            "Bescheinigung bekommen Sie es kostenlos bei Ihrer Gemeinde.",
            en="We need an extended certificate of conduct that is not older than three months. With our letter your "
            "municipality issues it free of charge.",
            ar="نحتاج إلى صحيفة سوابق عدلية موسّعة (erweitertes Führungszeugnis) لا يزيد عمرها على ثلاثة أشهر. "
            "تحصلون عليها مجانًا من بلديتكم إذا قدّمتم شهادة منّا.",
        ),
        expenses=Prose(
            de="Der Landkreis erstattet Fahrtkosten und zahlt 20 Euro im Monat für Telefon und Porto. Während des "
            "Einsatzes sind Sie unfall- und haftpflichtversichert.",
            en="The county pays travel costs, and 20 euros a month for phone and postage. You are insured against "
            "accidents and liability while you help.",
            ar="تدفع المقاطعة تكاليف التنقّل و20 يورو شهريًا للهاتف والبريد. وأنتم مؤمَّنون ضدّ الحوادث والمسؤولية "
            "المدنية أثناء العمل.",
        ),
        figures=[
            {
                "number": 14,
                "label": Prose(
                    de="Lotsinnen und Lotsen sind im Landkreis tätig",
                    en="guides are at work in the county",
                    ar="مرشدًا ومرشدة يعملون في المقاطعة",
                ),
                "as_of": "2026-10",
            }
        ],
        body=[
            block(
                "cards",
                title=Prose(de="Das Projekt dahinter", en="The project behind it", ar="المشروع الذي يقف وراء ذلك"),
                cards=[Ref("integrationslotsen")],
            )
        ],
    )


def add_second(demo: Demo) -> None:
    demo.page(
        GuideProgrammePage,
        "lotse-werden-moorwinkel",
        parent="moorwinkel",
        responsible=Ref("teilhabe-moorwinkel"),
        contact=Ref("teilhabe-moorwinkel"),
        title="Lotsin oder Lotse werden",
        summary="Moorwinkel sucht Menschen, die andere im ersten Jahr an die Hand nehmen.",
        duties=lines("Neu Zugezogene zu Terminen begleiten", "Beim Ankommen im Ort helfen"),
        training="Zwei Abende im Haus von Hafenlicht, dazu ein Tag mit einer erfahrenen Lotsin.",
        certificate="Ein einfaches Führungszeugnis reicht. Die Gebühr übernehmen wir.",
        expenses="Fahrten werden mit 30 Cent je Kilometer erstattet.",
        figures=[{"number": 5, "label": "Ehrenamtliche begleiten neu Zugezogene", "as_of": "2026-09-30"}],
    )
