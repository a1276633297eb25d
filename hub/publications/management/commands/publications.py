from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm
from wagtail.models import Page

from hub.publications import consumers
from hub.publications.check import check_consumers, check_pages, pages_to_compare
from hub.publications.models import ConsumerState, FailedChange, Publication, Sequence
from hub.publications.reconcile import reconcile
from hub.publications.sequence import sequence_lock
from hub.publications.tree_check import check_tree, mend_tree
from hub.publications.worker import drain, expand


class Command(BaseCommand):
    help = "Compares the publications with the page tree and the search, or rebuilds them while all go on serving."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("check", help="List differences; exit status 1 when there are any.")
        check.add_argument("--fix", action="store_true", help="Make right what differs.")
        rebuild = actions.add_parser("rebuild", help="Make all publications and refill the search.")
        rebuild.add_argument(
            "--new-epoch",
            action="store_true",
            help="After restoring a backup: readers of the feed of changes begin again.",
        )

        retry = actions.add_parser("retry", help="Have changes that consumers failed to apply tried again.")
        retry.add_argument("consumers", nargs="*", help="Names of the consumers; all without one.")

    def handle(self, *args: Any, **options: Any) -> None:
        match options["action"]:
            case "check":
                self.check_all(options["fix"])
            case "rebuild":
                self.rebuild(options["new_epoch"])
            case "retry":
                self.retry(options["consumers"])

    def check_all(self, fix: bool) -> None:
        with tqdm(total=pages_to_compare().count(), unit=" pages", disable=None) as bar:
            findings = [*check_tree(), *check_pages(lambda done: bar.update(done - bar.n)), *check_consumers()]
        for finding in findings:
            self.stdout.write(f"{finding.where}: {finding.what}")
        if fix and findings:
            mend_tree()
            # Looked for again: what was made from a damaged tree agreed with it.
            reconcile({finding.page_id for finding in check_pages()})
            drain()
            # What a consumer lacks at its end was lost on its own side: it begins again.
            lossy = ConsumerState.objects.filter(name__in={finding.where for finding in check_consumers()})
            if lossy.filter(failing_since=None).update(epoch=""):
                drain()
            findings = [*check_tree(), *check_pages(), *check_consumers()]
            self.stdout.write(f"After mending: {len(findings)} differences.")
        if findings:
            raise CommandError(f"{len(findings)} differences. `manage.py publications check --fix` mends them.")
        self.stdout.write(f"{Publication.objects.count()} publications, no difference.")

    def retry(self, names: list[str]) -> None:
        known = [consumer.name for consumer in consumers.registered()]
        if unknown := set(names).difference(known):
            raise CommandError(f"No consumer is called {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
        asked = consumers.try_again(names or known)
        drain()
        failed = FailedChange.objects.filter(consumer__name__in=names or known).order_by("consumer__name", "sequence")
        for change in failed:
            self.stdout.write(f"{change.consumer}: {change.translation_key} {change.locale}: {change.error}")
        if failed:
            raise CommandError(f"{len(failed)} of {asked} changes failed again.")
        self.stdout.write(f"{asked} changes applied.")

    def rebuild(self, new_epoch: bool) -> None:
        if new_epoch:
            with sequence_lock() as sequence:
                Sequence.objects.filter(pk=sequence.pk).update(epoch=Sequence.new_epoch())
        while expand():
            pass
        ids = sorted(
            {*Page.objects.values_list("pk", flat=True), *Publication.objects.values_list("source_id", flat=True)}
        )
        with tqdm(total=len(ids), unit=" pages", disable=None) as bar:
            outcome = reconcile(ids, lambda done: bar.update(done - bar.n))
        # An unknown epoch makes each consumer begin again.
        ConsumerState.objects.update(epoch="")
        drain()
        counts = [len(pages) for pages in (outcome.changed, outcome.withdrawn, outcome.failures)]
        self.stdout.write("{} publications changed, {} withdrawn, {} pages failed.".format(*counts))
        if outcome.failures:
            raise CommandError("Some pages have no document; `manage.py publications check` names them.")
