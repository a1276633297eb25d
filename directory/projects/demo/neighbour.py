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
        title=Prose("Lesecafé am Hafen"),
        summary=Prose("Ehrenamtliche lesen Kindern in zwei Sprachen vor, und die Eltern trinken dabei Tee."),
        duration_note=Prose("zunächst für ein Jahr"),
        contacts=[block("contact", office=Ref("teilhabe-moorwinkel"), phones=[])],
        funders=organisations(county=["second county"]),
        partners=organisations(carrier=["Hafenlicht"]),
        own_part=Prose("Der Landkreis bezahlt Bücher und Miete."),
        goals=lines(
            Prose("Kinder hören und sprechen beide Sprachen gern."),
            Prose("Familien lernen sich kennen."),
        ),
        milestones=[
            {
                "date": "2027-01",
                "title": Prose("Vorlesende werden gesucht"),
            },
            {"date": "2027-03", "title": Prose("Erster Nachmittag")},
        ],
    )
