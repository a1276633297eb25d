"""The benchmarks run: each is started on tiny data of its own. `bench/faults` has tests beside this one."""

import json
import os
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
    assert f"{'postgresql':22} de  1.000/1.000 | 1.000/1.000" in report


def test_search_quality_on_sqlite_and_elasticsearch(bench, questions, elasticsearch_url):
    report = bench("search_quality", "--data", str(questions), "--languages", "de", ELASTICSEARCH_URL=elasticsearch_url)
    assert f"{connection.vendor:22} de  1.000/1.000 | 1.000/1.000" in report
    assert f"{'elasticsearch':22} de  1.000/1.000 | 1.000/1.000" in report


def test_translations(bench):
    report = bench("translations", "10", "--rows", "16")
    assert "hand over 10 texts, 3 of them changed" in report
    assert "my list" in report
