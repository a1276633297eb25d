"""A foreign plugin, installed with pip into an environment of its own, and three broken ones."""

import os
import re
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import hub
from hub.plugins import API_VERSION

pytestmark = pytest.mark.any_database

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
INSTALL = ["install", "--no-deps", "--no-build-isolation", "--quiet"]


def run(python, *command, **environment):
    """Run a command in the plugin's environment; return it with its output."""
    return subprocess.run(
        [python, *command],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "hub.settings.test", "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A fresh environment that sees the hub's requirements and has nothing else installed."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True, symlinks=True)
    python = home / "bin" / "python"
    own = next(home.glob("lib/python*/site-packages"))
    (own / "requirements.pth").write_text("\n".join(site.getsitepackages()))
    done = run(python, "-m", "pip", *INSTALL, "--editable", ".")
    assert done.returncode == 0, done.stderr
    return python


@pytest.fixture(scope="module")
def installed(fresh, tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    subprocess.run(["cp", "-R", str(HERE / "hub-meeting-points") + "/.", source], check=True)
    for command in (["-m", "pip", *INSTALL, str(source)], ["scripts/catalogues.py"]):
        done = run(fresh, *command)
        assert done.returncode == 0, done.stderr
    return fresh


@pytest.mark.slow
def test_an_installed_plugin_is_found_and_uses_every_extension_point(installed, template_database):
    tests = HERE / "hub-meeting-points" / "contract.py"
    options = ["-q", "-p", "no:cacheprovider", "--rootdir", str(ROOT)]
    done = run(installed, "-m", "pytest", str(tests), *options, **template_database)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]


@pytest.mark.slow
def test_the_plugin_of_the_docs_works_as_written(fresh, tmp_path):
    """Installed into a folder of its own, beside the other plugin's environment, by the commands of the docs."""
    source, target = tmp_path / "source", tmp_path / "target"
    text = (ROOT / "docs" / "plugins.md").read_text()
    example = text[text.index("## A plugin in ten minutes") : text.index("## The declaration")]
    files = re.findall(r"```\w+\n(?:#|{#) (\S+)[^\n]*\n(.*?)```", example, re.DOTALL)
    trial = (HERE / "gardens.py").read_text()
    for name, content in [*files, ("hub_gardens/__init__.py", ""), ("hub_gardens/trial.py", trial)]:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(content)
    commands = [line.split()[1:] for line in re.findall(r"^\.venv/bin/python .*$", example, re.MULTILINE)]
    assert commands.pop(0) == ["-m", "pip", "install", "--editable", "../hub-gardens"]
    test = ["manage.py", "test", "hub_gardens", "--settings=hub.settings.test"]
    assert test in commands
    environment = {"PYTHONPATH": f"{target}:{ROOT}", "DATABASE_URL": f"sqlite:///{tmp_path}/hub.sqlite3"}
    done = run(fresh, "-m", "pip", *INSTALL, "--target", str(target), str(source))
    assert done.returncode == 0, done.stderr
    for command in [*commands, [*test, "--pattern=trial.py"]]:
        done = run(fresh, *command, **environment)
        assert done.returncode == 0, done.stderr[-5000:]
        assert command[1] != "test" or re.search(r"^Ran [1-9]\d* tests? in", done.stderr, re.MULTILINE), done.stderr
    assert (target / "hub_gardens" / "migrations" / "0001_initial.py").exists()


@pytest.mark.slow
def test_the_hub_is_a_distribution_that_plugins_require(installed):
    script = "from importlib.metadata import *; print(version('integration-hub'), requires('hub-meeting-points'))"
    assert run(installed, "-c", script).stdout == f"{hub.__version__} ['integration-hub>=0.1']\n"


@pytest.mark.slow
def test_an_editable_install_is_named_with_its_folder(fresh, tmp_path):
    source = tmp_path / "hub-broken"
    (source / "hub_broken").mkdir(parents=True)
    (source / "hub_broken" / "__init__.py").write_text('"""Broken."""\n\n__version__ = "3.1"\n')
    kind = 'Kind("info", "counties.CountyPage", "Info")'
    body = f"from hub.plugins import *\nclass Broken(Plugin):\n    name = 'hub_broken'\n    kinds = ({kind},)\n"
    (source / "hub_broken" / "apps.py").write_text(body)
    plugin = (HERE / "hub-meeting-points" / "pyproject.toml").read_text()
    plugin = plugin.replace("hub-meeting-points", "hub-broken").replace("hub_meeting_points", "hub_broken")
    (source / "pyproject.toml").write_text(plugin.replace("MeetingPoints", "Broken"))
    home = tmp_path / "environment"
    venv.create(home, symlinks=True)
    python, own = home / "bin" / "python", next(home.glob("lib/python*/site-packages"))
    (own / "requirements.pth").write_text("\n".join(site.getsitepackages()))
    done = run(fresh, "-m", "pip", "--python", str(python), *INSTALL, "--editable", str(source))
    assert done.returncode == 0, done.stderr
    done = run(python, "manage.py", "check")
    assert f"Plugin hub_broken (hub-broken 1.0, installed for editing from {source.as_uri()})" in done.stderr


BROKEN = {
    "from_the_future": (
        'hub_api = ">=2,<3"',
        "",
        [
            "PluginError",
            "broken-from_the_future 1.0 is made for versions >=2,<3 of the plugin API",
            f"has {API_VERSION}",
        ],
    ),
    "without_range": ('hub_api = "1.x"', "", ["PluginError", "hub_api is '1.x', which is no range such as"]),
    "unimportable": ("raise RuntimeError('out of order')", "", ["PluginError", "out of order"]),
    "duplicate": ('kinds = (Kind("info", "counties.CountyPage", "Info"),)', "", ["PluginError", "collides with"]),
    "undeclared": (
        'kinds = (Kind("new", "broken_undeclared.NewPage", "New"),)',
        """
from hub.blocks.fields import ContentField
from hub.pages import HubPage
from wagtail.blocks import IntegerBlock

class NewPage(HubPage):
    numbers = ContentField([("number", IntegerBlock())])
    prose = (*HubPage.prose, "numbers")
    api_fields = [*HubPage.api_fields, "numbers", "nonsense"]
""",
        ["hub.E004", "'nonsense'", "hub.E008", "numbers.number"],
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_stops_the_start_and_is_named(name, tmp_path):
    body, models, says = BROKEN[name]
    package = tmp_path / f"broken_{name}"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "models.py").write_text(models)
    if body.startswith(("kinds", "hub_api")):
        body = (
            f"from hub.plugins import Kind, Plugin\n\nclass Broken(Plugin):\n    name = 'broken_{name}'\n    {body}\n"
        )
    (package / "apps.py").write_text(body)
    info = tmp_path / f"broken_{name}-1.0.dist-info"
    info.mkdir()
    (info / "top_level.txt").write_text(f"broken_{name}\n")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: broken-{name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[hub.plugins]\n{name} = broken_{name}.apps:Broken\n")
    done = run(sys.executable, "manage.py", "check", PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert done.returncode != 0
    for words in [*says, f"broken_{name}" if name == "undeclared" else f"broken-{name}"]:
        assert words in done.stderr, done.stderr[-3000:]
