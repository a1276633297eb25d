"""Volunteer guides, whom a guideline of the Land pays for, and the project that they continue."""

from __future__ import annotations

from directory.projects.demo.parts import organisations
from directory.projects.models import ProjectPage
from hub.demo import Demo, Prose, Ref, block, lines

GUIDELINE = "Richtlinie zur Förderung ehrenamtlicher Integrationslotsinnen und Integrationslotsen (Beispiel)"
GUIDELINE_URL = "https://ministerium-zusammenhalt.example/richtlinie-lotsen"


def load(demo: Demo) -> None:
    add_guides(demo)
    add_mentors(demo)


def add_guides(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "integrationslotsen",
        parent="auental",
        stage="running",
        start="2016-05-01",
        topics=["arrival", "leisure", "counselling"],
        target_groups=["refugees", "volunteers"],
        responsible=Ref("koordinierungsstelle-migration"),
        title=Prose(
            de="Integrationslotsen im Landkreis", en="Volunteer guides in the county", ar="مرشدو الاندماج في المقاطعة"
        ),
        summary=Prose(
            de="Ehrenamtliche zeigen neu Zugezogenen, wie der Alltag hier läuft, und gehen mit, wenn es schwierig "
            "wird.",
            en="Volunteers show people who have just arrived how everyday life works here, and come along when things "
            "get difficult.",
            ar="متطوّعون يعرّفون القادمين الجدد بالحياة اليومية هنا، ويرافقونهم عندما تصعب الأمور.",
        ),
        contacts=[block("contact", office=Ref("koordinierungsstelle-migration"), phones=[])],
        guideline_name=GUIDELINE,
        guideline_url=GUIDELINE_URL,
        funders=organisations(land=["ministry"]),
        partners=organisations(carrier=["county"], coordinator=["coordination", "social work"]),
        own_part=Prose(
            de="Der Landkreis beruft die Lotsinnen und Lotsen in ihr Amt, schult sie, versichert sie und erstattet "
            "ihre Fahrtkosten.",
            en="The county appoints the guides officially, trains and insures them and pays their travel costs.",
            ar="تعيّن المقاطعة المرشدين رسميًا وتدرّبهم وتؤمّن عليهم وتدفع لهم تكاليف التنقّل.",
        ),
        figures=[
            {
                "number": 14,
                "label": Prose(
                    de="Integrationslotsinnen und -lotsen sind ehrenamtlich tätig",
                    en="guides are working as volunteers",
                    ar="مرشدًا ومرشدة يعملون متطوّعين",
                ),
                "as_of": "2026-10",
            }
        ],
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Viele Lotsinnen und Lotsen sind selbst einmal neu angekommen. Sie wissen, welche Fragen sich in
                    den ersten Wochen stellen, und sprechen oft die Sprache derer, die sie begleiten. Beratung ersetzen
                    sie nicht: Bei Fragen zum Recht kennen sie die richtige Stelle.</p>
                    <p>Sie möchten begleitet werden oder selbst mitmachen? Melden Sie sich bei der
                    Koordinierungsstelle.</p>
                    """,
                    en="""
                    <p>Many of the guides once arrived here themselves. They know which questions come up in the first
                    weeks, and often speak the language of those whom they accompany. They do not replace professional
                    advice: when it comes to the law they know the right place to ask.</p>
                    <p>Would you like somebody to come along, or to become a guide? Get in touch with the coordination
                    office.</p>
                    """,
                    ar="""
                    <p>كثير من المرشدين كانوا هم أنفسهم قادمين جددًا يومًا ما. يعرفون الأسئلة التي تُطرح في الأسابيع
                    الأولى، وغالبًا ما يتكلّمون لغة من يرافقونهم. وهم لا يحلّون محلّ الاستشارة المتخصّصة: ففي المسائل
                    القانونية يعرفون الجهة المناسبة.</p>
                    <p>هل ترغبون في أن يرافقكم أحد، أو في أن تصبحوا مرشدين؟ تواصلوا مع مكتب التنسيق.</p>
                    """,
                ),
            ),
            block(
                "quotation",
                text=Prose(
                    de="""
                    <p>Integrationslotsinnen und Integrationslotsen helfen dort, wo der Alltag beginnt: in der Wohnung,
                    im Ort, im Verein und auf dem Weg in die Arbeit.</p>
                    """,
                    en="""
                    <p>Guides help where everyday life begins: at home, in town, in clubs and on the way to a job.</p>
                    """,
                    ar="""
                    <p>يساعد المرشدون حيث تبدأ الحياة اليومية: في السكن وفي البلدة وفي النادي وفي الطريق إلى العمل.</p>
                    """,
                ),
                source=GUIDELINE,
                function=Prose(de="Nummer 2 (erfunden)", en="number 2 (invented)", ar="الفقرة 2 (من وحي الخيال)"),
                url=GUIDELINE_URL,
            ),
        ],
        goals=lines(
            Prose(
                de="Geflüchtete, Menschen im Asylverfahren und Geduldete nehmen am Leben in ihrem Ort teil.",
                en="Refugees, asylum seekers and people whose deportation is suspended take part in life where they "
                "live.",
                ar="أن يشارك اللاجئون وطالبو اللجوء ومن عُلّق ترحيلهم (Duldung) في حياة البلدة التي يقيمون فيها.",
            ),
            Prose(
                de="Die hauptamtliche Sozialarbeit wird entlastet.",
                en="Professional social workers are relieved.",
                ar="تخفيف العبء عن الأخصائيين الاجتماعيين.",
            ),
        ),
        areas=lines(
            Prose(
                de="Wohnen: Hausordnung, Mängel, Mülltrennung, gute Nachbarschaft",
                en="Home: house rules, defects, sorting waste, getting on with neighbours",
                ar="السكن: نظام البيت، والأعطال، وفرز النفايات، وحسن الجوار",
            ),
            Prose(
                de="Sich zurechtfinden: Arztpraxis, Behörde, Einkaufen, Kita, Schule, Bus und Bahn",
                en="Finding your way: doctors, authorities, shopping, day care, school, bus and train",
                ar="معرفة المكان: الطبيب والدوائر والتسوّق والروضة والمدرسة والحافلات والقطارات",
            ),
            Prose(
                de="Freizeit: Kultur, Sport und Ehrenamt am Ort",
                en="Free time: culture, sport and volunteering nearby",
                ar="أوقات الفراغ: الثقافة والرياضة والتطوّع في مكان السكن",
            ),
            Prose(
                de="Arbeit: Bewerbung schreiben, Vorstellungsgespräch üben",
                en="Work: writing applications, practising interviews",
                ar="العمل: كتابة طلبات التوظيف والتدرّب على مقابلات العمل",
            ),
        ),
        measures=lines(
            Prose(
                de="Grundschulung an drei Samstagen, danach zwei Treffen im Jahr",
                en="Basic training on three Saturdays, then two meetings a year",
                ar="تدريب أساسي في ثلاثة أيام سبت، ثمّ لقاءان في السنة",
            ),
            Prose(
                de="Berufung durch den Landkreis mit Urkunde und Ausweis",
                en="Appointment by the county with a certificate and an identity card",
                ar="تعيين رسمي من المقاطعة مع شهادة وبطاقة تعريف",
            ),
        ),
        milestones=[
            {
                "date": "2016-05-01",
                "title": Prose(de="Das Projekt beginnt", en="The project starts", ar="بداية المشروع"),
            },
            {
                "date": "2026-03",
                "title": Prose(
                    de="Neue Schulung in Lindenfurt",
                    en="New training in Lindenfurt",
                    ar="دورة تدريبية جديدة في ليندنفورت",
                ),
                "text": Prose(
                    de="Sechs Teilnehmende haben danach als Lotsin oder Lotse angefangen.",
                    en="Six of those who took part have become guides.",
                    ar="بدأ ستّة من المشاركين بعدها العمل مرشدين.",
                ),
                "number": 9,
            },
        ],
    )


def add_mentors(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "sprachpaten",
        parent="auental",
        stage="continued",
        start="2013-09",
        end="2016-04",
        continued_as=Ref("integrationslotsen"),
        county_takes_part=False,
        topics=["language", "leisure"],
        target_groups=["refugees", "volunteers"],
        responsible=Ref("koordinierungsstelle-migration"),
        title="Sprachpaten Auental",
        summary="Ehrenamtliche übten mit neu Zugezogenen Deutsch, jede Woche eine Stunde.",
        contacts=[
            block(
                "contact",
                name="Auentaler Brücke e. V. (Beispiel)",
                phones=[{"label": "", "number": "0221 4710-140"}],
                website="https://auentaler-bruecke.example",
            )
        ],
        funders=organisations(foundation=["foundation"]),
        partners=organisations(carrier=["association"]),
        goals=lines("Im Alltag Deutsch sprechen, ohne Angst vor Fehlern"),
        figures=[{"number": 40, "precision": "about", "label": "Patenschaften kamen zustande", "as_of": "2016-04"}],
        results=lines(
            "Aus den Patinnen und Paten wurden die ersten Integrationslotsinnen und -lotsen des Landkreises."
        ),
        follow_ups=lines(
            "Die Sprachstunden gehören seitdem zu den Aufgaben der Integrationslotsen.",
            "Der Verein lädt weiter zum Erzählcafé ein.",
        ),
    )
