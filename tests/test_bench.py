"""The benchmarks run: each is started on tiny data of its own. `bench/faults` has tests beside this one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent

pytestmark = [pytest.mark.slow, pytest.mark.any_database]


@pytest.fixture
def bench(template_database) -> Callable[..., str]:
    """Return bench(script, *arguments, **variables), which runs a benchmark and returns its report.

    It has a database of its own, of the same kind as that of the tests, and beside it.
    """

    def bench(script: str, *arguments: str, **variables: str) -> str:
        ours = {"DATABASE_URL", "ELASTICSEARCH_URL"}
        environment = {name: value for name, value in os.environ.items() if name not in ours}
        if connection.vendor == "postgresql":
            environment["DATABASE_URL"] = urlsplit(os.environ["DATABASE_URL"])._replace(path="/hub_bench").geturl()
        process = subprocess.run(
            [sys.executable, f"bench/{script}.py", *arguments],
            cwd=ROOT,
            env={**environment, **template_database, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )
        assert process.returncode == 0, process.stdout
        return process.stdout

    return bench


def test_publishing(bench):
    report = bench("publishing", "4", "--few", "2", "--runs", "1")
    assert "HTML page" in report


def test_lists(bench):
    """It fails when a list page costs more queries than it may, or more than among few publications."""
    report = bench("lists", "60", "--few", "45", "--runs", "1")
    assert "60 publications, " in report
    assert "offices: 8 facets" in report


def test_upkeep(bench):
    report = bench("upkeep", "30")
    assert "33 publications, 1 batches in " in report
    assert "between heartbeats" in report


@pytest.fixture
def real_content(tmp_path) -> Path:
    """One page in German and English, as the content API of another system gives it."""
    paths = {"de": "/auental/de/wohnen/", "en": "/auental/en/housing/"}
    for language, path in paths.items():
        page = {
            "id": 1,
            "url": f"https://cms.example{path}",
            "path": path,
            "title": "Wohnen",
            "content": "<p>Eine Wohnung suchen und finden.</p>",
            "parent": {"path": None},
            "order": 1,
            "available_languages": {
                other: {"id": 1, "path": other_path} for other, other_path in paths.items() if other != language
            },
            "last_updated": "2024-02-03T10:00:00+01:00",
            "thumbnail": None,
        }
        (tmp_path / f"rems-murr-kreis.{language}.pages.json").write_text(json.dumps([page]))
    return tmp_path


def test_import_content(bench, real_content):
    report = bench("import_content", "--data", str(real_content))
    assert "de: 5 of 5 words" in report
    assert "en: 5 of 5 words" in report


@pytest.fixture
def questions(tmp_path) -> Path:
    """Two German pages and a question that one of them answers."""
    texts = {"baeckerei": "Die Bäckerei öffnet um sieben Uhr.", "schwimmbad": "Das Schwimmbad hat im Winter zu."}
    documents = [{"id": key, "county": "auental", "title": key, "text": text} for key, text in texts.items()]
    question = {"question": "Wann öffnen Bäckereien?", "document": "baeckerei", "answer": [texts["baeckerei"]]}
    (tmp_path / "de.json").write_text(json.dumps({"documents": documents, "questions": [question]}))
    return tmp_path


@pytest.mark.postgresql
def test_search_quality_on_postgresql(bench, questions):
    report = bench("search_quality", "--data", str(questions), "--languages", "de")
    assert "postgresql: MRR@10/recall@10" in report
    assert f"{'words':24} de  1.000/1.000" in report


def test_search_quality_on_sqlite_and_elasticsearch(bench, questions, elasticsearch_url):
    report = bench("search_quality", "--data", str(questions), "--languages", "de", ELASTICSEARCH_URL=elasticsearch_url)
    assert f"{connection.vendor}: MRR@10/recall@10" in report
    assert "elasticsearch: MRR@10/recall@10" in report
    assert report.count(f"{'words':24} de  1.000/1.000") == 2
    assert report.count(f"{'':24} de  1.000 (1.000 -)") == 2


def test_search_speed(bench, elasticsearch_url):
    size = ("--pages", "4", "--counties", "1", "--searchers", "2", "--searches", "4")
    report = bench("search_speed", *size, ELASTICSEARCH_URL=elasticsearch_url, LANGUAGES="de en ar")
    assert "12 publications of 4 pages" in report
    assert f"{connection.vendor}, 2 searchers" in report
    assert "elasticsearch, 2 searchers" in report
    assert "Error" not in report
    assert "status" not in report
    assert "p50 to that of the bare query" in report


@pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not available: apt-get install wrk")
def test_delivery(bench):
    """It fails when an answer has another status than it should."""
    size = ("--publications", "40", "--seconds", "1", "--rounds", "1", "--without-cache")
    report = bench("delivery", *size, LANGUAGES="de en ar")
    assert "bare view, 61 kB" in report
    assert "of another county meanwhile" in report
    assert "kind and facet" in report


def test_translations(bench):
    report = bench("translations", "10", "--rows", "16")
    assert "hand over 10 texts, 3 of them changed" in report
    assert "my list" in report


def test_memory(bench, real_content):
    report = bench("memory", "20", "--page", "10", "--data", str(real_content))
    assert "20 texts, a translator of another county: first" in report
    assert "2 German texts" in report


def test_desk(bench, chromium):
    """It fails when both tools have not stored the same."""
    report = bench("desk", "20", "--runs", "1", CHROMIUM=chromium)
    assert "uk translator: all but the question" in report
    assert "save a text: ms from Enter until saved" in report
