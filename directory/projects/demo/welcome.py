"""An immigration office on its way to a welcoming office, with a fund's money and an adviser from outside."""

from __future__ import annotations

from directory.projects.demo.parts import organisations
from directory.projects.models import ProjectPage
from hub.demo import Demo, Prose, Ref, block, lines


def load(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "willkommensbehoerde",
        parent="auental",
        stage="running",
        start="2025-12",
        end="2027-11",
        topics=["residence", "counselling"],
        target_groups=["refugees", "eu-citizens", "workers"],
        responsible=Ref("auslaenderbehoerde"),
        title=Prose(
            de="Von der Ausländerbehörde zur Willkommensbehörde",
            en="From immigration office to welcoming office",
            ar="من دائرة شؤون الأجانب إلى دائرة ترحيب",
        ),
        summary=Prose(
            de="Die Ausländerbehörde stellt ihre Abläufe um: kürzere Wege, verständliche Formulare in mehreren "
            "Sprachen und mehr Zeit für Beratung.",
            en="The immigration office is changing the way it works: fewer trips, forms that people understand in "
            "several languages, and more time for advice.",
            ar="تغيّر دائرة شؤون الأجانب طريقة عملها: مراجعات أقلّ، واستمارات مفهومة بعدّة لغات، ووقت أطول للاستشارة.",
        ),
        duration_note=Prose(de="zunächst für zwei Jahre", en="for two years at first", ar="لمدّة سنتين مبدئيًا"),
        contacts=[block("contact", office=Ref("auslaenderbehoerde"), phones=[])],
        website="https://willkommensbehoerden.example",
        programme_name="Landesprogramm „Willkommensbehörden“ (Beispiel)",
        programme_url="https://willkommensbehoerden.example/programm",
        funders=organisations(land=["ministry"], eu=["ESF"]),
        partners=organisations(carrier=["county"], adviser=["adviser"]),
        own_part=Prose(
            de="Der Landkreis stellt zwei Beschäftigte der Ausländerbehörde für vier Stunden in der Woche frei und "
            "bezahlt die Übersetzung der Formulare.",
            en="The county gives two employees of the immigration office four hours a week for the project and pays "
            "for the translation of the forms.",
            ar="تُفرّغ المقاطعة موظّفَين من دائرة شؤون الأجانب أربع ساعات في الأسبوع للمشروع، "
            "وتدفع تكاليف ترجمة الاستمارات.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Das Aufenthaltsrecht ist umfangreicher geworden, und immer mehr Menschen brauchen einen Termin.
                    Wer am Schalter sitzt, prüft längst nicht mehr nur Anträge. Gefragt sind auch Auskünfte, Verständnis
                    für andere Gewohnheiten und ein paar Sätze in einer anderen Sprache.</p>
                    <p>Das Projekt nimmt sich deshalb den ganzen Weg vor, vom ersten Anruf bis zum fertigen Ausweis. Die
                    Beschäftigten entwickeln die Lösungen selbst; Fachleute von außen begleiten sie dabei.</p>
                    """,
                    en="""
                    <p>Residence law has grown, and more and more people need an appointment. Those at the counter have
                    long been doing more than checking applications. They are asked for information, for understanding
                    of other customs and for a few sentences in another language.</p>
                    <p>So the project looks at the whole way, from the first call to the finished permit. The employees
                    work out the solutions themselves; experts from outside support them.</p>
                    """,
                    ar="""
                    <p>ازدادت قوانين الإقامة تشعّبًا، وازداد عدد من يحتاجون إلى موعد. ولم يعد عمل الموظّفين على الشبابيك
                    يقتصر على فحص الطلبات، بل يُنتظر منهم أيضًا تقديم المعلومات وتفهّم العادات المختلفة وقول بضع جمل بلغة
                    أخرى.</p>
                    <p>لذلك ينظر المشروع في الطريق كلّه، من أوّل مكالمة حتى استلام البطاقة. يضع الموظّفون الحلول بأنفسهم،
                    ويرافقهم في ذلك خبراء من خارج الدائرة.</p>
                    """,
                ),
            ),
        ],
        goals=lines(
            Prose(
                de="Anträge schneller und für alle nachvollziehbar bearbeiten",
                en="Dealing with applications faster and in a way that everybody can follow",
                ar="إنجاز الطلبات أسرع وبطريقة واضحة للجميع",
            ),
            Prose(
                de="Die Arbeit so verteilen, dass sie zu schaffen ist",
                en="Sharing out the work so that it can be done",
                ar="توزيع العمل توزيعًا يجعل إنجازه ممكنًا",
            ),
            Prose(
                de="Beraten und nicht nur entscheiden",
                en="Giving advice, not only decisions",
                ar="تقديم المشورة، لا الاكتفاء باتخاذ القرارات",
            ),
        ),
        measures=lines(
            Prose(
                de="Coaching für das ganze Team durch eine externe Beratungsfirma",
                en="Coaching of the whole team by advisers from outside",
                ar="تدريب الفريق كلّه على يد شركة استشارات خارجية",
            ),
            Prose(
                de="Formulare in einfacher Sprache, übersetzt in sechs Sprachen",
                en="Forms in plain language, translated into six languages",
                ar="استمارات بلغة مبسّطة، مترجمة إلى ستّ لغات",
            ),
            Prose(
                de="Fortbildungen: Umgang mit anderen Kulturen, Englisch für den Schalter",
                en="Training: dealing with other cultures, English for the counter",
                ar="دورات تدريبية: التعامل مع الثقافات الأخرى، والإنجليزية لموظّفي الشبابيك",
            ),
            Prose(
                de="Feste Ansprechpersonen bei Jobcenter, Schulamt und Beratungsstellen",
                en="One fixed contact each at the job centre, the school authority and advice services",
                ar="أشخاص محدّدون للتواصل في مركز العمل ودائرة المدارس ومراكز الاستشارة",
            ),
        ),
        milestones=[
            {
                "date": "2025-12",
                "title": Prose(
                    de="Auftakt mit dem ganzen Team", en="Start with the whole team", ar="الانطلاق مع الفريق كلّه"
                ),
            },
            {
                "date": "2026-05-20",
                "title": Prose(
                    de="Werkstatt mit Besucherinnen und Besuchern",
                    en="Workshop with visitors of the office",
                    ar="ورشة عمل مع مراجعي الدائرة",
                ),
                "text": Prose(
                    de="Sie haben gezeigt, an welchen Stellen sie nicht weiterwussten. Daraus ist die Liste der "
                    "Formulare entstanden, die zuerst neu geschrieben werden.",
                    en="They showed where they had got stuck. From this came the list of the forms to be rewritten "
                    "first.",
                    ar="بيّن المشاركون المواضع التي تعثّروا عندها، ومن ذلك نشأت قائمة الاستمارات التي "
                    "ستُعاد صياغتها أولًا.",
                ),
                "number": 30,
                "precision": "about",
                "report": "https://willkommensbehoerden.example/werkstatt-auental",
            },
            {
                "date": "2027-11",
                "title": Prose(
                    de="Abschluss und Entscheidung über eine Verlängerung",
                    en="End, and decision whether to go on",
                    ar="الختام واتخاذ القرار بشأن التمديد",
                ),
            },
        ],
        figures=[
            {
                "number": 12,
                "label": Prose(
                    de="Formulare sind neu geschrieben und übersetzt",
                    en="forms have been rewritten and translated",
                    ar="استمارة أُعيدت صياغتها وتُرجمت",
                ),
                "as_of": "2026-10",
            }
        ],
        results=lines(
            Prose(
                de="Wer einen Aufenthaltstitel verlängert, muss meist nur noch einmal kommen.",
                en="Most people who renew a residence permit now have to come only once.",
                ar="معظم من يمدّدون إقاماتهم لم يعودوا بحاجة إلى الحضور إلا مرّة واحدة.",
            ),
        ),
    )
