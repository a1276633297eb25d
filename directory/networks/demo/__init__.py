"""The network of the demo county, whole in German, English and Arabic."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from directory.networks.demo import lists, people
from directory.networks.demo.days import next_day
from directory.networks.models import NetworkPage
from hub.demo import Demo, Prose, Ref, block
from hub.demo.organisations import organisation


def load(demo: Demo) -> None:
    demo.page(
        NetworkPage,
        "integrationsnetzwerk",
        parent="auental",
        title=Prose(
            de="Integrationsnetzwerk Auental",
            en="Auental integration network",
            ar="شبكة الاندماج في أوينتال",
        ),
        summary=Prose(
            de="Ämter, Vereine, Betriebe und viele Einzelne helfen gemeinsam beim Ankommen.",
            en="Authorities, associations, companies and many individuals help newcomers to settle in, together.",
            ar="دوائر وجمعيات وشركات وأفراد كثيرون يساعدون القادمين الجدد معًا على بدء حياتهم هنا.",
        ),
        topics=["leisure", "counselling"],
        checked_on=timezone.localdate() - timedelta(days=20),
        responsible=Ref("koordinierungsstelle-migration"),
        coordinator=Ref("koordinierungsstelle-migration"),
        how_to_join=Prose(
            de="Sagen Sie uns, welches Thema Sie beschäftigt. Wir laden Sie zum nächsten Treffen ein, ob Sie nun "
            "beruflich oder im Ehrenamt damit zu tun haben.",
            en="Tell us which subject matters to you. We will invite you to the next meeting, whether it is your job "
            "or you volunteer.",
            ar="أخبرونا بالموضوع الذي يهمّكم، وسندعوكم إلى الاجتماع القادم، سواء أكان ذلك في إطار عملكم أم تطوّعًا.",
        ),
        since="2011",
        patron=organisation("authority", Prose(de="Landkreis Auental")),
        patron_text=Prose(
            de="Landrat des Landkreises Auental",
            en="The district administrator (Landrat) of Auental County",
            ar="رئيس إدارة مقاطعة أوينتال (Landrat)",
        ),
        rhythm=Prose(de="viermal im Jahr", en="Four times a year", ar="أربع مرّات في السنة"),
        meets_on=next_day("wednesday", weeks=6),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Angefangen hat es mit einem runden Tisch. Nach und nach kamen immer mehr Partner dazu, und die
                    Koordinierungsstelle hat daraus ein Netzwerk mit festen Arbeitsgruppen gemacht.</p>
                    <p>Heute sitzen Menschen zusammen, die einander früher kaum kannten: die Sachbearbeiterin aus dem
                    Amt, der Trainer, die Lehrerin, der Meister und Familien, die selbst erst vor Kurzem hergezogen
                    sind.</p>
                    """,
                    en="""
                    <p>It began with a round table. Little by little more partners joined, and the coordination office
                    turned it into a network with standing working groups.</p>
                    <p>Today it brings people together who hardly knew each other before: the case worker from the
                    authority, the coach, the teacher, the master craftsman, and families who moved here only
                    recently.</p>
                    """,
                    ar="""
                    <p>كانت البداية طاولة مستديرة. ثمّ انضمّ إليها شركاء جدد شيئًا فشيئًا، وجعل منها مكتب التنسيق شبكة
                    لها فرق عمل دائمة.</p>
                    <p>واليوم يجتمع فيها أناس قلّما كانوا يعرفون بعضهم من قبل: الموظّفة في الدائرة والمدرّب الرياضي
                    والمعلّمة وصاحب الحرفة، وعائلات انتقلت إلى هنا منذ وقت قريب.</p>
                    """,
                ),
            ),
        ],
        principles=lists.PRINCIPLES,
        goals=lists.GOALS,
        tasks=lists.TASKS,
        fields_of_action=lists.FIELDS_OF_ACTION,
        target_groups=["refugees", "workers", "families", "young-people", "volunteers"],
        also_for=lists.ALSO_FOR,
        participants=people.participants(),
        groups=people.groups(),
        conferences=lists.CONFERENCES,
        basis=[lists.PAPERS],
        resources=lists.RESOURCES,
    )
