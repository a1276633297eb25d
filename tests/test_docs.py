"""What is not documented does not exist: settings, commands, checks and the plugin contract."""

import dataclasses
import re
from pathlib import Path

import pytest

import hub
from hub import plugins

ROOT = Path(__file__).parent.parent
DOCS = {path.name: path.read_text() for path in (ROOT / "docs").glob("*.md")}


def sources(pattern, *folders):
    return [path for folder in folders for path in (ROOT / folder).rglob(pattern) if "migrations" not in path.parts]


def environment_values():
    calls = re.compile(r"environment\.\w+\(\s*\"([A-Z_]+)\"")
    return sorted({name for path in sources("*.py", "hub/settings") for name in calls.findall(path.read_text())})


def commands():
    found = sources("commands/*.py", "hub", "home", "directory", "search")
    return sorted(path.stem for path in found if path.stem != "__init__")


@pytest.mark.parametrize("name", environment_values())
def test_every_value_from_the_environment_is_documented(name):
    assert f"`{name}`" in DOCS["operating.md"]


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented(name):
    assert f"`manage.py {name}" in DOCS["operating.md"]


def test_every_check_is_documented():
    ids = {name for path in sources("*.py", "hub") for name in re.findall(r'id="(hub\.[EW]\d{3})"', path.read_text())}
    assert ids == set(re.findall(r"hub\.[EW]\d{3}", DOCS["plugins.md"]))


@pytest.mark.parametrize("part", [plugins.Kind, plugins.Facet, plugins.Pin])
def test_every_part_of_a_declaration_is_documented(part):
    for field in dataclasses.fields(part):
        assert re.search(rf"\b{field.name}\b", DOCS["plugins.md"]), field.name


@pytest.mark.parametrize(
    ("name", "code"),
    re.findall(r"```\w+\n(?:#|{#) (hub_meeting_points/\S+)[^\n]*\n(.*?)```", DOCS["plugins.md"], re.DOTALL),
)
def test_examples_are_parts_of_the_plugin_that_the_tests_install(name, code):
    assert code in (ROOT / "tests" / "plugins" / "hub-meeting-points" / name).read_text()


def test_links_between_documents_lead_somewhere():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?://)([^)#]+)", path.read_text()):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_changelog_begins_with_this_version():
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest[1] == hub.__version__


def test_before_a_commit_the_tools_of_make_lint_run():
    tool = re.compile(r"\.venv/bin/\S+|scripts/\S+|manage\.py \S+")
    lint = re.search(r"^lint:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)[1]
    entries = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text())
    assert set(tool.findall(lint)) == set(tool.findall("\n".join(entries)))


def test_the_tests_that_are_named_exist():
    named = {name for text in DOCS.values() for name in re.findall(r"`(test_[a-z_0-9]+)`", text)}
    known = {name for path in sources("test_*.py", "tests") for name in re.findall(r"def (test_\w+)", path.read_text())}
    assert named - known == set()
