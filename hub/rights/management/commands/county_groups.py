from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from hub.rights.county_groups import arrange_all
from hub.tree import lock_tree


class Command(BaseCommand):
    help = (
        "Makes the groups of every county (administrators, editors, translators for each language) and its collection, "
        "and gives them back the rights of their role. Groups of deleted counties go, or stay without rights while "
        "they have members."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        lock_tree()  # nobody adds a county meanwhile
        changes = 0
        for line in arrange_all():
            self.stdout.write(line)
            changes += 1
        if not changes:
            self.stdout.write("All groups are as they should be.")
