"""The translator's desk beside wagtail-localize's editor: the same work in a browser, and a page of many texts.

    .venv/bin/python bench/desk.py [TEXTS] [--runs RUNS]     # 300 and 9 by default, in a scratch database

Needs Chromium. An Arabic and a Ukrainian translator do the same with both tools: ten missing texts of a page, one of
them with bold words, one with a link, and two changed texts of another. At the desk they ask a question, too, which an
editor answers in the page's form. Prints clicks; keys (a chord is one; of words only the tags), requests but for static
files, and seconds without typing and thinking. Then medians for a page of so many texts, half of them missing. Fails
when both tools have not stored the same.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from statistics import median
from typing import Any

import django

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
os.environ.setdefault("LANGUAGES", "de ar uk")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
django.setup()

from django.conf import settings  # noqa: E402 - needs Django
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart  # noqa: E402
from django.test.testcases import LiveServerThread  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from wagtail_localize.models import StringTranslation, Translation  # noqa: E402

from bench.people import PASSWORD, AtDesk, InEditor, Person  # noqa: E402
from bench.publishing import measure  # noqa: E402
from bench.scratch import scratch_database  # noqa: E402
from bench.translations import body, change  # noqa: E402
from home.models import InfoPage  # noqa: E402
from hub.desk.models import Question  # noqa: E402
from hub.desk.translator.questions import address_for_editors  # noqa: E402
from hub.rights.models import CountyGroup  # noqa: E402
from hub.testing import make_county, publish, translate, work  # noqa: E402

TOOLS = {"the desk": AtDesk, "wagtail-localize's editor": InEditor}
WORDS = {"ar": ("اقرأ", "العقد"), "uk": ("Прочитайте", "договір")}
MARKS = {3: ("<b>", "</b>"), 6: ('<a id="a1">', "</a>")}  # by the number of the text, as wagtail-localize keeps them
COUNTED = {"clicks": 0, "keys": 0, "requests": 0, "seconds": 1}  # with so many decimals
# When work can begin, and how long after Enter all is saved. The clock ticks every 4 ms.
CLOCK = """
const wait = (isDone, then) => (isDone() ? then(performance.now()) : setTimeout(wait, 1, isDone, then));
window.benchReady = new Promise((resolve) => wait(() => document.querySelector("%s"), resolve));
addEventListener("keydown", ({ key, timeStamp }) => {
  if (key !== "Enter") return;
  const isSaved = () => !document.querySelector("%s");
  window.benchSaved = new Promise((resolve) => setTimeout(wait, 0, isSaved, (now) => resolve(now - timeStamp)));
}, true);
"""


def words(language: str, number: int) -> str:
    first, second = WORDS[language]
    return f"{first} {number} {second.join(MARKS.get(number, ('', '')))}."


def do_the_work(person: Any, language: str, missing: InfoPage, changed: InfoPage) -> None:
    with person.step("log in"):
        person.log_in(person.address(missing))
        person.tab.wait_for_selector(person.ready)
    with person.step("ten missing texts"):
        for number in range(1, 11):
            person.begin()
            person.translate(words(language, number), *MARKS.get(number, ()))
    with person.step("publish two pages"):
        person.publish()
    with person.step("two changed texts"):
        person.open(changed)
    if isinstance(person, AtDesk):
        with person.step("a question"):
            person.ask("Ist die Miete gemeint?")
    with person.step("two changed texts"):
        person.begin()
        person.press("Control+a")
        person.translate(words(language, 1))
        person.begin()
        person.confirm()
    with person.step("publish two pages"):
        person.publish()


def compare_work(browser: Browser, site: str, county: Any) -> None:
    """Let everybody work, and print what it took."""
    marks = {3: "<b>Vertrag</b>", 6: '<a href="https://example.org/">Vertrag</a>'}
    ten = "".join(f"<p>Satz {number} über den {marks.get(number, 'Vertrag')}.</p>" for number in range(1, 11))
    bodies = {"missing": [{"type": "text", "id": "ten", "value": ten}], "changed": body(8)}
    people: dict[str, list[Person]] = {language: [] for language in WORDS}
    stored = []
    for name, tool in TOOLS.items():
        pages = [publish(InfoPage(title=f"{key}, {name}", body=value), county) for key, value in bodies.items()]
        for language in WORDS:
            translate(pages[0], language, leave_out=["body.ten"], publish=False)
            translate(pages[1], language)
        change(pages[1], 8, 2)
        work()
        for language, found in people.items():
            found.append(tool(browser, site, language))
            translated = [page.get_translations().get(locale__language_code=language) for page in pages]
            do_the_work(found[-1], language, *translated)
            work()
        rows = StringTranslation.objects.filter(context__object__in=[page.translation_key for page in pages])
        stored.append(Counter(rows.filter(context__path__startswith="body").values_list("data", "has_error")))
    if stored[0] != stored[1]:
        sys.exit(f"The tools have not stored the same: {stored[0] - stored[1]} and {stored[1] - stored[0]}")
    table: dict[str, tuple[Counter, Counter | None]] = {}
    for language, (desk, other) in people.items():
        desk.steps["all but the question"] = sum((desk.steps[step] for step in other.steps), Counter())
        other.steps["all but the question"] = sum(other.steps.values(), Counter())
        table |= {f"{language} translator: {step}": (desk.steps[step], other.steps.get(step)) for step in desk.steps}
    editor = Person(browser, site, "editor")
    with editor.step("answer"):
        editor.log_in(address_for_editors(Question.objects.earliest("pk")))
        editor.answer("Ja, die Miete.")
    table["editor: log in and answer a question"] = (editor.steps["answer"], None)
    print(f"{'':38}" + "".join(f"{name:>36}" for name in TOOLS))
    print(f"{'':38}" + "".join(f"{unit:>9}" for unit in COUNTED) * 2)
    for name, cells in table.items():
        row = [c and "".join(f"{c[unit]:9.{decimals}f}" for unit, decimals in COUNTED.items()) for c in cells]
        print(f"{name:38}" + "".join(f"{cell or 'not possible':>36}" for cell in row))


def in_browser(person: Any, page: InfoPage, runs: int) -> dict[str, float]:
    """Return what a page costs in a browser, its static files cached."""
    person.log_in(person.address(page))
    person.tab.wait_for_selector(person.ready)
    person.tab.add_init_script(CLOCK % (person.ready, person.unsaved))
    opened, saved = [], []
    for _ in range(runs):
        person.open(page)
        opened.append(person.tab.evaluate("benchReady"))
    protocol = person.tab.context.new_cdp_session(person.tab)
    protocol.send("Performance.enable")
    protocol.send("HeapProfiler.collectGarbage")
    metrics = {item["name"]: item["value"] for item in protocol.send("Performance.getMetrics")["metrics"]}
    for number in range(runs):
        person.begin()
        person.translate(words("ar", 100 + number))
        saved.append(person.tab.evaluate("benchSaved"))
    return {
        "open: ms until work can begin": median(opened),
        "JS heap, MB": metrics["JSHeapUsedSize"] / 1e6,
        "DOM nodes": metrics["Nodes"],
        "save a text: ms from Enter until saved": median(saved),
    }


def on_server(person: Any, page: InfoPage, runs: int) -> dict[str, float]:
    """Return what a page costs on the server, without browser and network."""
    client, user = Client(), User.objects.get(username="ar")
    client.force_login(user)
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    segment = translation.source.stringsegment_set.filter(context__path="body.block-0").latest("order")  # a missing one
    place = [page.pk, segment.string_id, segment.context_id]
    address = person.address(page)
    html = client.get(address).content
    numbers = iter(range(1000, 1000 + runs))
    version = ""

    def save_at_desk() -> None:
        nonlocal version
        values = {"words": f"{next(numbers)}.", "base": version, "confirmed": "1", "user": user.pk}
        version = client.post(reverse("hub_desk_save", args=place), values).json()["version"]

    def save_in_editor() -> None:
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        values = encode_multipart(BOUNDARY, {"value": f"{next(numbers)}."})
        client.put(url, values, content_type=MULTIPART_CONTENT).json()

    actions: dict[str, Callable[[], Any]] = {"open": lambda: client.get(address)}
    if isinstance(person, AtDesk):
        actions |= {
            "save a text": save_at_desk,
            "suggestions": lambda: client.get(reverse("hub_desk_suggestions", args=place)),
            "state": lambda: client.post(reverse("hub_desk_state", args=[page.pk]), {"user": user.pk}),
        }
    else:
        actions["save a text"] = save_in_editor
    found = {"HTML, kB": len(html) / 1000, "HTML with gzip, kB": len(gzip.compress(html)) / 1000}
    for name, action in actions.items():
        queries, milliseconds, _most = measure(action, runs)
        found |= {f"{name}: ms of the server": milliseconds, f"{name}: queries": queries}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=int, nargs="?", default=300)
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    setup_test_environment()
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    load = os.getloadavg()[0]
    beside = "other things run beside" if load > 0.5 else "nothing runs beside"
    print(f"load {load:.1f} on {os.cpu_count()} cores, {beside}; {connection.vendor}")
    with scratch_database(), override_settings(STORAGES=settings.STORAGES | plain), sync_playwright() as playwright:
        county = make_county()
        for language in WORDS:
            translate(county, language)
        for name in (*WORDS, "editor"):
            group = CountyGroup.objects.get(language=name) if name in WORDS else CountyGroup.objects.get(role="editors")
            User.objects.create_user(name, password=PASSWORD).groups.add(group.group)
        server = LiveServerThread("127.0.0.1", StaticFilesHandler)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        options = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses to work for root
        chromium = shutil.which(os.environ.get("CHROMIUM") or "chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        site = f"http://127.0.0.1:{server.port}"
        compare_work(browser, site, county)
        many = publish(InfoPage(title="Viele Texte", body=body(arguments.texts)), county)
        left_out = [f"body.block-{number}" for number in range(0, arguments.texts // 5, 2)]
        page = translate(many, "ar", leave_out=left_out, publish=False)
        work()
        results = []
        for tool in TOOLS.values():
            person = tool(browser, site, "ar")
            results.append(on_server(person, page, arguments.runs) | in_browser(person, page, arguments.runs))
        print(f"\n{arguments.texts} texts{'':29}" + "".join(f"{name:>36}" for name in TOOLS))
        for name in results[0]:
            cells = [f"{found[name]:36.1f}" if name in found else f"{'–':>36}" for found in results]
            print(f"{name:38}" + "".join(cells))
        browser.close()
        server.terminate()
        connection.close()  # beside Playwright's loop there is another one
    print(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
