"""How fast the translation memory answers, and what it would have offered for the real content.

    .venv/bin/python bench/memory.py [TEXTS …] [--data ../shared/real-content]     # 1000 and 20000 by default

Prints milliseconds of queries among so many translated texts, for somebody who may read all pages and for a
translator of another county. Where the real content is there, it is imported into a scratch database: prints how many
of its German texts and words have an equal or a similar text elsewhere, and what the memory offers for texts as if
they had no English, beside the English that they have.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import django

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
os.environ.setdefault("LANGUAGES", "de en")
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - needs Django
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from rapidfuzz import fuzz, process  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402
from wagtail_localize.models import StringSegment  # noqa: E402

from bench.import_content import LANGUAGES  # noqa: E402
from bench.scratch import scratch_database  # noqa: E402
from home.models import InfoPage  # noqa: E402
from hub.desk.translator import memory  # noqa: E402
from hub.desk.translator.suggestions import Query  # noqa: E402
from hub.publications.worker import drain  # noqa: E402
from hub.rights.models import CountyGroup, Role  # noqa: E402
from hub.testing import make_county, publish, translate, work  # noqa: E402
from hub.translations.handover import source_for  # noqa: E402

QUERIES = 100
WORDS = """
Amt Antrag Arbeit Ausweis Beratung Bescheid Familie Frist Gemeinde Hilfe Jobcenter Kind Landkreis Miete Schule Termin
Unterlagen Verein Wohnung beantragen bekommen bringen finden fragen helfen können müssen suchen wohnen Sie Ihr Ihre der
die das ein eine bei für in mit nach und von vor zu wenn bitte dort hier kostenlos mehr neu noch online
""".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=int, nargs="*", default=[1000, 20_000])
    parser.add_argument("--page", type=int, default=100, help="texts of a page")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "real-content")
    arguments = parser.parse_args()
    with scratch_database():
        speed(arguments.texts, arguments.page)
    files = {language: arguments.data / f"rems-murr-kreis.{language}.pages.json" for language in LANGUAGES}
    if not arguments.data.is_dir():
        sys.exit(f"Of the real content nothing is measured: {arguments.data} is missing.")
    with scratch_database():
        call_command("languages", verbosity=0)
        paths = [f"{language}={path}" for language, path in files.items()]
        call_command("import_integreat", *paths, county="Rems-Murr-Kreis", verbosity=0)
        drain()
        for page in InfoPage.objects.filter(locale__language_code="de"):
            source_for(page)
        repetition()
        offers()


def speed(numbers: list[int], per_page: int) -> None:
    county, other = make_county(), make_county("bergtal", "Landkreis Bergtal")
    for page in (county, other):
        translate(page, "en")
    users = {"a superuser": get_user_model().objects.create_superuser("admin", "admin@example.org", "a long password")}
    users["a translator of another county"] = stranger = get_user_model().objects.create_user("noor")
    group = CountyGroup.objects.get(county=other.translation_key, role=Role.TRANSLATORS, language="en")
    stranger.groups.add(group.group)
    chance = random.Random(1)  # noqa: S311 - the same texts each time
    count = 0
    for number in sorted(numbers):
        for start in range(count, number, per_page):
            sentences = [" ".join(chance.choices(WORDS, k=chance.randint(2, 30))) for _index in range(per_page)]
            value = "".join(f"<p>{sentence}.</p>" for sentence in sentences)
            fields = {"title": f"Seite {start}", "slug": f"seite-{start}"}
            translate(publish(InfoPage(**fields, body=[{"type": "text", "value": value}]), county), "en")
        work()
        count = number
        for name, user in users.items():
            times = [timed(query, user.pk) for query in queries(chance)]
            rest = times[1:]
            print(
                f"{number} texts, {name}: first {times[0]:.0f} ms, then p50 {median(rest):.0f} ms,"
                f" p95 {quantiles(rest, n=20)[-1]:.0f} ms, {connection.vendor}"
            )


def queries(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield what is asked about some texts: one of which a word has changed, and so on."""
    rows = StringSegment.objects.filter(context__path__startswith="body").order_by("pk")
    rows = rows.values_list("string_id", "context_id", "string__data")
    for string, context, text in chance.choices(list(rows), k=QUERIES):
        words = text.split()
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        yield {"string_id": string, "context_id": context, "text": " ".join(words)}


def timed(fields: dict[str, Any], user_id: int) -> float:
    user = get_user_model().objects.get(pk=user_id)  # each request reads the rights of its user again
    began = time.perf_counter()
    memory.suggest(Query(**fields, source_language="de", target_language="en", user=user))
    return 1000 * (time.perf_counter() - began)


def repetition() -> None:
    """Print how many German texts, and words of theirs, have an equal or similar text elsewhere."""
    rows = StringSegment.objects.filter(string__locale__language_code="de").values_list("string_id", "string__data")
    texts = {string: memory.plain(text) for string, text in rows}
    occurrences = Counter(string for string, _text in rows)
    best: dict[int, float] = {}
    for string, text in texts.items():
        similar = process.extract(text, texts, scorer=fuzz.ratio, score_cutoff=memory.AT_LEAST, limit=2)
        best[string] = (
            101 if occurrences[string] > 1 else max((s for _t, s, key in similar if key != string), default=0)
        )
    pages = Page.objects.filter(locale__language_code="de", depth__gt=2)
    print(f"{pages.count()} German pages; of their texts and words have elsewhere")
    for name, least in {"": 0, "an equal text": 101, "also similar, 90 %": 90, "80 %": 80, "70 %": 70}.items():
        having = [string for string in occurrences.elements() if best[string] >= least]
        words = sum(len(texts[string].split()) for string in having)
        print(f"  {name or 'all'}: {len(having)} German texts, {words} words")


def offers() -> None:
    """Print what a superuser is offered for texts without English, and for all others as if they had none."""
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "a long password")
    english = Locale.objects.get(language_code="en")
    confirmed = memory.confirmed("en").values_list("translation_of_id", "context_id", "data")
    own = {(string, context): text for string, context, text in confirmed}
    rows = StringSegment.objects.filter(string__locale__language_code="de")
    rows = list(rows.select_related("string", "source__locale"))
    without = [row for row in rows if (row.string_id, row.context_id) not in own]
    found = {ids for source in {row.source for row in without} for ids in memory.equal_texts(source, english, user)}
    print(f"{len(without)} texts have no English: the memory offers words for {len(found)} of them")
    equal = same = similar = 0
    for row in rows:
        if (row.string_id, row.context_id) in own:
            query = Query(row.string_id, row.context_id, row.string.data, "de", "en", user)
            suggestions = memory.suggest(query)
            if suggestions and suggestions[0].is_equal:
                equal += 1
                same += suggestions[0].text == own[row.string_id, row.context_id]
            elif suggestions:
                similar += 1
    print(
        f"{len(rows) - len(without)} texts have English: as if they had none, the memory offers words of an equal text"
        f" for {equal}, {same} times those that they have, and words of a similar text for {similar}"
    )


if __name__ == "__main__":
    main()
