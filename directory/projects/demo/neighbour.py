"""A project of the second county that has not begun."""

from __future__ import annotations

from directory.projects.demo.parts import organisations
from directory.projects.models import ProjectPage
from hub.demo import Demo, Prose, Ref, block, lines


def load(demo: Demo) -> None:
    demo.page(
        ProjectPage,
        "lesecafe-am-hafen",
        parent="moorwinkel",
        stage="planned",
        start="2027-03",
        topics=["leisure", "language"],
        target_groups=["families", "volunteers"],
        age_to=12,
        checked_on="2026-11-16",
        responsible=Ref("teilhabe-moorwinkel"),
        title=Prose(de="Lesecafé am Hafen", en="Reading café by the harbour", ar="مقهى القراءة عند المرفأ"),
        summary=Prose(
            de="Ehrenamtliche lesen Kindern in zwei Sprachen vor, und die Eltern trinken dabei Tee.",
            en="Volunteers read to children in two languages while their parents have a cup of tea.",
            ar="متطوّعون يقرؤون للأطفال بلغتين، بينما يشرب الأهل الشاي.",
        ),
        duration_note=Prose(de="zunächst für ein Jahr", en="for one year at first", ar="لمدّة سنة مبدئيًا"),
        contacts=[block("contact", office=Ref("teilhabe-moorwinkel"), phones=[])],
        funders=organisations(county=["second county"]),
        partners=organisations(carrier=["Hafenlicht"]),
        own_part=Prose(
            de="Der Landkreis bezahlt Bücher und Miete.",
            en="The county pays for books and rent.",
            ar="تدفع المقاطعة ثمن الكتب وإيجار المكان.",
        ),
        goals=lines(
            Prose(
                de="Kinder hören und sprechen beide Sprachen gern.",
                en="Children enjoy hearing and speaking both languages.",
                ar="يستمتع الأطفال بسماع اللغتين والتحدّث بهما.",
            ),
            Prose(
                de="Familien lernen sich kennen.",
                en="Families get to know each other.",
                ar="تتعارف العائلات.",
            ),
        ),
        milestones=[
            {
                "date": "2027-01",
                "title": Prose(
                    de="Vorlesende werden gesucht", en="Looking for people who read", ar="نبحث عن متطوّعين للقراءة"
                ),
            },
            {"date": "2027-03", "title": Prose(de="Erster Nachmittag", en="First afternoon", ar="أوّل لقاء")},
        ],
    )
