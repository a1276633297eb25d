"""The core and the search loop over the kinds and name none: a new kind touches no file of theirs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from hub.plugins import Plugin

ROOT = Path(__file__).resolve().parent.parent.parent
CORE = ("hub", "search")
LISTS_THE_PLUGINS = "hub/settings/base.py"
# Names that are also plain words: a variable, a drawing. Their packages, models and look-ups are found all the same.
PLAIN_WORDS = {"home", "info"}

PLUGINS = [
    config
    for config in apps.get_app_configs()
    if isinstance(config, Plugin) and config.name.partition(".")[0] not in CORE
]
PACKAGES = {config.name.partition(".")[0] for config in PLUGINS}
KINDS = [kind for config in PLUGINS for kind in config.kinds]
SLUGS = {kind.slug for kind in KINDS}
NAMES = {config.name for config in PLUGINS} | {config.label for config in PLUGINS} | SLUGS
NAMES |= {kind.model for kind in KINDS} | {kind.model_class.__name__ for kind in KINDS}
NAMES -= PLAIN_WORDS


def files(pattern: str) -> Iterator[Path]:
    for package in CORE:
        for path in sorted((ROOT / package).rglob(pattern)):
            if "migrations" not in path.parts and str(path.relative_to(ROOT)) != LISTS_THE_PLUGINS:
                yield path


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text)) | set(re.findall(r"\w+\.\w+", text))


def named(tree: ast.Module) -> set[str]:
    """Return the plugins, kinds and models that a Python file imports, mentions or looks up; docstrings may."""
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                found |= {alias.name.partition(".")[0] for alias in node.names} & PACKAGES
            case ast.ImportFrom(level=0):
                found |= {node.module.partition(".")[0]} & PACKAGES
            case ast.Constant(value=str(text)) if id(node) not in explained:
                found |= words(text) & NAMES
            case ast.Name():
                found |= {node.id} & NAMES
            case ast.Call(args=[ast.Constant(value=str(slug)), *_]) if slug in SLUGS:
                found |= {slug} if "kind" in ast.unparse(node.func).lower() else set()
    return found


def test_there_are_plugins_that_could_be_named():
    assert {"home", "directory"} <= PACKAGES
    assert {"offices", "OfficePage", "offices.OfficePage"} <= NAMES
    assert named(ast.parse("from home.models import x\nkinds.get('info')\nKindField('offices')")) == {
        "home",
        "info",
        "offices",
    }


def test_no_python_file_of_the_core_names_a_plugin():
    found = {str(path.relative_to(ROOT)): named(ast.parse(path.read_text(encoding="utf-8"))) for path in files("*.py")}
    assert len(found) > 50
    assert not {path: names for path, names in found.items() if names}


def test_no_template_script_or_style_of_the_core_names_a_plugin():
    paths = [path for pattern in ("*.html", "*.xml", "*.js", "*.css") for path in files(pattern)]
    assert len(paths) > 20
    assert not {path.name: found for path in paths if (found := words(path.read_text(encoding="utf-8")) & NAMES)}
