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
        title=Prose("Integrationsnetzwerk Auental"),
        summary=Prose("Ämter, Vereine, Betriebe und viele Einzelne helfen gemeinsam beim Ankommen."),
        topics=["leisure", "counselling"],
        checked_on=timezone.localdate() - timedelta(days=20),
        responsible=Ref("koordinierungsstelle-migration"),
        coordinator=Ref("koordinierungsstelle-migration"),
        how_to_join=Prose(
            "Sagen Sie uns, welches Thema Sie beschäftigt. Wir laden Sie zum nächsten Treffen ein, ob Sie nun "
            "beruflich oder im Ehrenamt damit zu tun haben."
        ),
        since="2011",
        patron=organisation("authority", Prose("Landkreis Auental")),
        patron_text=Prose("Landrat des Landkreises Auental"),
        rhythm=Prose("viermal im Jahr"),
        meets_on=next_day("wednesday", weeks=6),
        body=[
            block(
                "text",
                Prose("""
                    <p>Angefangen hat es mit einem runden Tisch. Nach und nach kamen immer mehr Partner dazu, und die
                    Koordinierungsstelle hat daraus ein Netzwerk mit festen Arbeitsgruppen gemacht.</p>
                    <p>Heute sitzen Menschen zusammen, die einander früher kaum kannten: die Sachbearbeiterin aus dem
                    Amt, der Trainer, die Lehrerin, der Meister und Familien, die selbst erst vor Kurzem hergezogen
                    sind.</p>
                    """),
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
